-- One assessment of the needs in a case. place orders the assessments of a case as they were made;
-- its unique key is what stops two people from making the same one at once.
CREATE TABLE needs.assessment (
  id BIGINT NOT NULL PRIMARY KEY,
  case_id BIGINT NOT NULL,
  place SMALLINT NOT NULL,
  stage VARCHAR(10) NOT NULL,
  assessed_on DATE NOT NULL,
  recorded_at TIMESTAMP NOT NULL,
  recorded_by VARCHAR(200) NOT NULL,
  assessor VARCHAR(100) NOT NULL,
  assessor_name VARCHAR(200) NOT NULL,
  contact_mode VARCHAR(60) NOT NULL,
  reason VARCHAR(60) NOT NULL,
  reason_note VARCHAR(500) NOT NULL,
  draft BOOLEAN NOT NULL,
  version INTEGER NOT NULL,
  CONSTRAINT assessment_place UNIQUE (case_id, place)
);
CREATE INDEX assessment_assessor ON needs.assessment (assessor, assessed_on);

-- The answer for one need. need_level is empty while it was not asked; a note may stand alone.
-- legacy_key and legacy_hash name the row of the legacy extract that it came from.
-- assessment_id has no foreign key: with the index that Derby makes for one, a rating would cost as
-- much again, and ratings are written by assessment only, in its transaction.
CREATE TABLE needs.rating (
  assessment_id BIGINT NOT NULL,
  need_area VARCHAR(60) NOT NULL,
  need_level VARCHAR(60) NOT NULL,
  note VARCHAR(2000) NOT NULL,
  legacy_key VARCHAR(60),
  legacy_hash BIGINT,
  PRIMARY KEY (assessment_id, need_area)
);

-- Numbers for the codes of the lists need_area and need_level, as need_fact uses them.
-- From 1 in each list; never changed, never given twice.
CREATE TABLE needs.fact_code (
  list_name VARCHAR(60) NOT NULL,
  id SMALLINT NOT NULL,
  code VARCHAR(60) NOT NULL,
  PRIMARY KEY (list_name, id),
  CONSTRAINT fact_code_code UNIQUE (list_name, code)
);

-- De-identified: what reports count, one row for each case with a finished assessment.
-- The letter at place n of *_levels is the level of the need with number n, as the digit (base 36)
-- of the level's number; a full stop where it was not asked. Scores are the sums of the levels'
-- scores. Null while there is no finished assessment of that stage. It outlives erasure.
CREATE TABLE needs.need_fact (
  case_id BIGINT NOT NULL PRIMARY KEY,
  start_levels VARCHAR(100),
  start_score SMALLINT,
  end_levels VARCHAR(100),
  end_score SMALLINT
);

-- A random sample of closed cases: drawn here (kind drawn) or handed over (kind given; then seed,
-- period and number eligible are not known). It outlives erasure.
CREATE TABLE needs.impact_sample (
  id BIGINT NOT NULL PRIMARY KEY,
  kind VARCHAR(10) NOT NULL,
  drawn_on DATE NOT NULL,
  drawn_by VARCHAR(100) NOT NULL,
  period_from DATE,
  period_to DATE,
  seed BIGINT,
  sample_size INTEGER NOT NULL,
  eligible INTEGER,
  algorithm VARCHAR(40) NOT NULL
);

CREATE TABLE needs.sampled_case (
  case_id BIGINT NOT NULL,
  sample_id BIGINT NOT NULL REFERENCES needs.impact_sample (id),
  place INTEGER NOT NULL,
  no_change_reason VARCHAR(60) NOT NULL,
  legacy_key VARCHAR(60),
  legacy_hash BIGINT,
  PRIMARY KEY (case_id, sample_id),
  CONSTRAINT sampled_case_legacy_key UNIQUE (legacy_key)
);
CREATE INDEX sampled_case_sample ON needs.sampled_case (sample_id);
