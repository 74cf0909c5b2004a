-- What a search found, under the hash of a token: case ids only, never what was typed.
CREATE TABLE cases.search_token (
  token_hash VARCHAR(64) NOT NULL PRIMARY KEY,
  user_id BIGINT NOT NULL,
  case_ids ${text} NOT NULL,
  ends_at TIMESTAMP NOT NULL
);
CREATE INDEX search_token_ends ON cases.search_token (ends_at);
