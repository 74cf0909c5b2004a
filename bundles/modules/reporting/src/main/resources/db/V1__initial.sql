-- What left the service: so that two releases can be compared before a third is made.
CREATE TABLE reporting.release (
  id BIGINT NOT NULL PRIMARY KEY,
  report VARCHAR(40) NOT NULL,
  period_from DATE NOT NULL,
  period_to DATE NOT NULL,
  format VARCHAR(10) NOT NULL,
  withheld SMALLINT NOT NULL,
  made_at TIMESTAMP NOT NULL,
  made_by VARCHAR(200) NOT NULL,
  content_sha256 CHAR(64) NOT NULL
);
CREATE INDEX release_period ON reporting.release (period_from, period_to);
