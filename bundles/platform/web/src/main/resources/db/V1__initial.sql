-- What somebody typed when their session had ended. The key is only in that person's cookie.
CREATE TABLE web.kept_form (
  id VARCHAR(64) NOT NULL,
  expires_at TIMESTAMP NOT NULL,
  nonce VARCHAR(32) NOT NULL,
  content ${text} NOT NULL,
  CONSTRAINT kept_form_pk PRIMARY KEY (id)
);
CREATE INDEX kept_form_expires_at ON web.kept_form (expires_at);
