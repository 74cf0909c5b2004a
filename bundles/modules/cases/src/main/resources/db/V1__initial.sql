-- The numbers of case facts. Ids begin at 1 in each list and are never given twice.
CREATE TABLE cases.fact_code (
  list_name VARCHAR(40) NOT NULL,
  id SMALLINT NOT NULL,
  code VARCHAR(80) NOT NULL,
  PRIMARY KEY (list_name, id),
  CONSTRAINT fact_code_code UNIQUE (list_name, code)
);

-- Answers for equality monitoring, apart from who the person is. Loaded before the person is known
-- by name, so a row may stand without one.
CREATE TABLE cases.demographics (
  person_id BIGINT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  ethnicity VARCHAR(80) NOT NULL,
  disability VARCHAR(2000) NOT NULL,
  religion VARCHAR(80) NOT NULL,
  sexual_orientation VARCHAR(80) NOT NULL,
  communication_need VARCHAR(80) NOT NULL,
  recorded_on DATE,
  legacy_key VARCHAR(100),
  legacy_hash BIGINT,
  import_id BIGINT,
  import_record BIGINT,
  import_line BIGINT,
  CONSTRAINT demographics_legacy UNIQUE (legacy_key)
);

-- Who the person is, as known now, with what the newest referral told about safe contact (told_at is
-- when it was received). What each referrer told stands in the referral.
CREATE TABLE cases.person (
  id BIGINT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  area VARCHAR(40) NOT NULL,
  first_name VARCHAR(2000) NOT NULL,
  last_name VARCHAR(2000) NOT NULL,
  date_of_birth DATE,
  gender VARCHAR(80) NOT NULL,
  phone VARCHAR(400) NOT NULL,
  email VARCHAR(400) NOT NULL,
  address_line_1 VARCHAR(400) NOT NULL,
  address_line_2 VARCHAR(400) NOT NULL,
  town VARCHAR(400) NOT NULL,
  postcode VARCHAR(100) NOT NULL,
  language VARCHAR(100) NOT NULL,
  safe_to_leave_message VARCHAR(20) NOT NULL,
  safe_to_write VARCHAR(20) NOT NULL,
  preferred_contact VARCHAR(40) NOT NULL,
  told_at TIMESTAMP NOT NULL,
  contact_rule VARCHAR(2000) NOT NULL,
  name_key VARCHAR(200) NOT NULL,
  contact_key BIGINT,
  import_id BIGINT,
  erased_at TIMESTAMP
);
CREATE INDEX person_born ON cases.person (date_of_birth, name_key);
CREATE INDEX person_name ON cases.person (name_key);
CREATE INDEX person_contact ON cases.person (contact_key);

-- What happened. One for each referral: two referrals of one event may tell it differently.
CREATE TABLE cases.incident (
  id BIGINT NOT NULL PRIMARY KEY,
  occurrence_type VARCHAR(80) NOT NULL,
  offence_on DATE,
  crime_reference VARCHAR(200) NOT NULL,
  police_force VARCHAR(80) NOT NULL,
  domestic_flag VARCHAR(20) NOT NULL,
  officer_in_case VARCHAR(1000) NOT NULL,
  offence_summary ${text}
);

-- One request from one source, as it was received.
CREATE TABLE cases.referral (
  id BIGINT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  area VARCHAR(40) NOT NULL,
  person_id BIGINT NOT NULL,
  incident_id BIGINT NOT NULL,
  received_at TIMESTAMP NOT NULL,
  source VARCHAR(80) NOT NULL,
  role VARCHAR(80) NOT NULL,
  hate_flag VARCHAR(20) NOT NULL,
  enhanced_rights VARCHAR(80) NOT NULL,
  first_name VARCHAR(2000) NOT NULL,
  last_name VARCHAR(2000) NOT NULL,
  date_of_birth DATE,
  gender VARCHAR(80) NOT NULL,
  phone VARCHAR(400) NOT NULL,
  email VARCHAR(400) NOT NULL,
  address_line_1 VARCHAR(400) NOT NULL,
  address_line_2 VARCHAR(400) NOT NULL,
  town VARCHAR(400) NOT NULL,
  postcode VARCHAR(100) NOT NULL,
  beat VARCHAR(80) NOT NULL,
  safe_to_leave_message VARCHAR(20) NOT NULL,
  safe_to_write VARCHAR(20) NOT NULL,
  preferred_contact VARCHAR(40) NOT NULL,
  language VARCHAR(100) NOT NULL,
  consent_given VARCHAR(20) NOT NULL,
  is_repeat_victim VARCHAR(20) NOT NULL,
  crime_key VARCHAR(60) NOT NULL,
  legacy_key VARCHAR(100),
  legacy_hash BIGINT,
  import_id BIGINT,
  CONSTRAINT referral_legacy UNIQUE (legacy_key)
);
CREATE INDEX referral_person ON cases.referral (person_id);
CREATE INDEX referral_crime ON cases.referral (crime_key);

-- One span of support. Person, occurrence type and source are repeated here for the lists.
CREATE TABLE cases.support_case (
  id BIGINT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  area VARCHAR(40) NOT NULL,
  reference VARCHAR(20) NOT NULL,
  person_id BIGINT NOT NULL,
  referral_id BIGINT NOT NULL,
  occurrence_type VARCHAR(80) NOT NULL,
  source VARCHAR(80) NOT NULL,
  status VARCHAR(10) NOT NULL,
  caseworker VARCHAR(100) NOT NULL,
  opened_at TIMESTAMP NOT NULL,
  first_attempt_at TIMESTAMP,
  first_contact_at TIMESTAMP,
  closed_at TIMESTAMP,
  closure_outcome VARCHAR(80),
  support_level VARCHAR(80),
  length_of_support_days INTEGER,
  duplicate_of_referral_id BIGINT,
  next_action VARCHAR(400) NOT NULL,
  next_action_on DATE,
  legacy_key VARCHAR(100),
  legacy_hash BIGINT,
  import_id BIGINT,
  CONSTRAINT support_case_reference UNIQUE (reference),
  CONSTRAINT support_case_referral UNIQUE (referral_id),
  CONSTRAINT support_case_legacy UNIQUE (legacy_key)
);
CREATE INDEX support_case_status ON cases.support_case (status, opened_at);
CREATE INDEX support_case_worker ON cases.support_case (caseworker, status);
CREATE INDEX support_case_closed ON cases.support_case (closed_at);

-- Whether a channel is safe, and all that was answered before: a row is never changed but for the
-- time at which another replaced it.
CREATE TABLE cases.contact_permission (
  id BIGINT NOT NULL PRIMARY KEY,
  person_id BIGINT NOT NULL,
  channel VARCHAR(20) NOT NULL,
  answer VARCHAR(20) NOT NULL,
  note VARCHAR(2000) NOT NULL,
  asked_on DATE NOT NULL,
  ask_again_by DATE NOT NULL,
  recorded_by VARCHAR(100) NOT NULL,
  recorded_at TIMESTAMP NOT NULL,
  replaced_at TIMESTAMP
);
CREATE INDEX contact_permission_person ON cases.contact_permission (person_id);

CREATE TABLE cases.contact_attempt (
  id BIGINT NOT NULL PRIMARY KEY,
  case_id BIGINT NOT NULL,
  attempted_at TIMESTAMP NOT NULL,
  channel VARCHAR(40) NOT NULL,
  result VARCHAR(80) NOT NULL,
  made_by VARCHAR(100) NOT NULL,
  note ${text},
  recorded_at TIMESTAMP,
  legacy_key VARCHAR(100),
  legacy_hash BIGINT,
  import_id BIGINT,
  CONSTRAINT contact_attempt_legacy UNIQUE (legacy_key)
);
CREATE INDEX contact_attempt_case ON cases.contact_attempt (case_id);

-- A contact that was not safe and happened all the same.
CREATE TABLE cases.contact_incident (
  id BIGINT NOT NULL PRIMARY KEY,
  case_id BIGINT NOT NULL,
  attempt_id BIGINT NOT NULL,
  safe_channel VARCHAR(20) NOT NULL,
  what_happened ${text} NOT NULL,
  recorded_by VARCHAR(100) NOT NULL,
  recorded_at TIMESTAMP NOT NULL
);
CREATE INDEX contact_incident_case ON cases.contact_incident (case_id);

-- Notes are never changed: an amendment is a row of its own that points to the first.
CREATE TABLE cases.case_note (
  id BIGINT NOT NULL PRIMARY KEY,
  case_id BIGINT NOT NULL,
  amends_id BIGINT,
  body ${text} NOT NULL,
  written_by VARCHAR(100) NOT NULL,
  written_at TIMESTAMP NOT NULL
);
CREATE INDEX case_note_case ON cases.case_note (case_id);

-- Assignment, closing, reopening and the like, with the reason.
CREATE TABLE cases.case_event (
  id BIGINT NOT NULL PRIMARY KEY,
  case_id BIGINT NOT NULL,
  kind VARCHAR(40) NOT NULL,
  value_before VARCHAR(400) NOT NULL,
  value_after VARCHAR(400) NOT NULL,
  reason VARCHAR(2000) NOT NULL,
  done_by VARCHAR(100) NOT NULL,
  done_at TIMESTAMP NOT NULL
);
CREATE INDEX case_event_case ON cases.case_event (case_id);

-- Four consents: service, share, contact, rj. The newest row of a kind is in force.
CREATE TABLE cases.consent (
  id BIGINT NOT NULL PRIMARY KEY,
  case_id BIGINT NOT NULL,
  kind VARCHAR(20) NOT NULL,
  answer VARCHAR(20) NOT NULL,
  asked_on DATE NOT NULL,
  note VARCHAR(2000) NOT NULL,
  recorded_by VARCHAR(100) NOT NULL,
  recorded_at TIMESTAMP NOT NULL
);
CREATE INDEX consent_case ON cases.consent (case_id);

-- Two people who may be one; for somebody to look at. Linked, never merged.
CREATE TABLE cases.possible_duplicate (
  id BIGINT NOT NULL PRIMARY KEY,
  person_id BIGINT NOT NULL,
  other_person_id BIGINT NOT NULL,
  grounds VARCHAR(200) NOT NULL,
  status VARCHAR(20) NOT NULL,
  found_at TIMESTAMP NOT NULL,
  import_id BIGINT,
  decided_by VARCHAR(100),
  decided_at TIMESTAMP,
  CONSTRAINT possible_duplicate_pair UNIQUE (person_id, other_person_id)
);
CREATE INDEX possible_duplicate_status ON cases.possible_duplicate (status);
CREATE INDEX possible_duplicate_other ON cases.possible_duplicate (other_person_id);

-- The case facts: contract version 1, see org.victimfirst.api.cases.CaseFact. The day columns repeat
-- dates as days since 1970-01-01, so that a pass over many rows makes no date objects.
CREATE TABLE cases.case_fact (
  case_id BIGINT NOT NULL PRIMARY KEY,
  area VARCHAR(40) NOT NULL,
  received_on DATE NOT NULL,
  opened_on DATE NOT NULL,
  first_contact_on DATE,
  closed_on DATE,
  source SMALLINT NOT NULL,
  role SMALLINT NOT NULL,
  occurrence_type SMALLINT NOT NULL,
  hate_flag SMALLINT NOT NULL,
  gender SMALLINT NOT NULL,
  age_band SMALLINT NOT NULL,
  ethnicity SMALLINT NOT NULL,
  religion SMALLINT NOT NULL,
  sexual_orientation SMALLINT NOT NULL,
  communication_need SMALLINT NOT NULL,
  beat SMALLINT NOT NULL,
  is_repeat_victim SMALLINT NOT NULL,
  closure_outcome SMALLINT NOT NULL,
  support_level SMALLINT NOT NULL,
  child SMALLINT NOT NULL,
  disabilities BIGINT NOT NULL,
  received_day INTEGER NOT NULL,
  first_contact_day INTEGER,
  closed_day INTEGER
);
CREATE INDEX case_fact_closed ON cases.case_fact (closed_on);

-- The referral facts: contract version 1, see org.victimfirst.api.cases.ReferralFact.
CREATE TABLE cases.referral_fact (
  referral_id BIGINT NOT NULL PRIMARY KEY,
  area VARCHAR(40) NOT NULL,
  received_on DATE NOT NULL,
  source SMALLINT NOT NULL,
  role SMALLINT NOT NULL,
  occurrence_type SMALLINT NOT NULL,
  hate_flag SMALLINT NOT NULL,
  gender SMALLINT NOT NULL,
  age_band SMALLINT NOT NULL,
  beat SMALLINT NOT NULL,
  is_repeat_victim SMALLINT NOT NULL,
  child SMALLINT NOT NULL
);
CREATE INDEX referral_fact_received ON cases.referral_fact (received_on);
