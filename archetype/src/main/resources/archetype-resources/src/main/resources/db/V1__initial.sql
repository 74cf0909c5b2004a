-- What was noted on a day in a case. version counts the changes, for conflicts.
CREATE TABLE ${schema}.case_${snake} (
  id BIGINT NOT NULL PRIMARY KEY,
  case_id BIGINT NOT NULL,
  noted_on DATE NOT NULL,
  note VARCHAR(2000) NOT NULL,
  recorded_at TIMESTAMP NOT NULL,
  recorded_by VARCHAR(100) NOT NULL,
  recorded_by_name VARCHAR(200) NOT NULL,
  version INTEGER NOT NULL
);
CREATE INDEX case_${snake}_case ON ${schema}.case_${snake} (case_id, noted_on);
CREATE INDEX case_${snake}_recorder ON ${schema}.case_${snake} (recorded_by, noted_on);
