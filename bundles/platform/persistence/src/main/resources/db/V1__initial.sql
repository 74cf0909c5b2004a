-- Times of leases are milliseconds since 1970 by the database's clock: local times jump twice a year.

-- Node numbers, the part of every id that tells nodes apart. A holder makes no id later than
-- reserved_to; the next holder begins after it.
CREATE TABLE platform.node (
  node_number SMALLINT NOT NULL PRIMARY KEY,
  holder VARCHAR(36) NOT NULL,
  lease_until BIGINT NOT NULL,
  reserved_to BIGINT NOT NULL
);

-- What each module's schema holds, whether or not the module is installed now.
CREATE TABLE platform.module_schema (
  module_name VARCHAR(60) NOT NULL PRIMARY KEY,
  schema_version VARCHAR(50) NOT NULL,
  bundle_version VARCHAR(50) NOT NULL,
  migrated_at TIMESTAMP NOT NULL
);

-- The migrations themselves, so that a backup can be restored where a module is not installed.
CREATE TABLE platform.migration (
  module_name VARCHAR(60) NOT NULL,
  file_name VARCHAR(200) NOT NULL,
  content ${text} NOT NULL,
  PRIMARY KEY (module_name, file_name)
);

CREATE TABLE platform.reference_sequence (
  id SMALLINT NOT NULL PRIMARY KEY,
  next_value BIGINT NOT NULL,
  scramble_key BIGINT NOT NULL
);

CREATE TABLE platform.job (
  id BIGINT NOT NULL PRIMARY KEY,
  job_type VARCHAR(100) NOT NULL,
  subject_id BIGINT NOT NULL,
  status VARCHAR(10) NOT NULL,
  done_steps BIGINT NOT NULL,
  total_steps BIGINT NOT NULL,
  message VARCHAR(1000) NOT NULL,
  attempts INTEGER NOT NULL,
  submitted_at BIGINT NOT NULL,
  ended_at BIGINT
);

CREATE INDEX job_status ON platform.job (status, job_type);

-- One row per type: whoever holds its lease does the one job of the type that runs.
CREATE TABLE platform.job_lease (
  job_type VARCHAR(100) NOT NULL PRIMARY KEY,
  holder VARCHAR(80) NOT NULL,
  lease_until BIGINT NOT NULL
);

-- Events as they are published, in no certain order: ids are made before the commit.
CREATE TABLE platform.outbox (
  id BIGINT NOT NULL PRIMARY KEY,
  topic VARCHAR(200) NOT NULL,
  subject_id BIGINT NOT NULL,
  payload VARCHAR(4000) NOT NULL,
  published_at BIGINT NOT NULL
);

-- The same events, numbered after their commit, so that a handler's position misses none.
CREATE TABLE platform.event (
  event_number BIGINT NOT NULL PRIMARY KEY,
  id BIGINT NOT NULL,
  topic VARCHAR(200) NOT NULL,
  subject_id BIGINT NOT NULL,
  payload VARCHAR(4000) NOT NULL,
  published_at BIGINT NOT NULL
);

CREATE INDEX event_topic ON platform.event (topic, event_number);

CREATE TABLE platform.event_sequence (
  id SMALLINT NOT NULL PRIMARY KEY,
  last_number BIGINT NOT NULL
);

INSERT INTO platform.event_sequence (id, last_number) VALUES (1, 0);

CREATE TABLE platform.event_position (
  module_name VARCHAR(60) NOT NULL,
  handler_class VARCHAR(300) NOT NULL,
  topic VARCHAR(200) NOT NULL,
  delivered_to BIGINT NOT NULL,
  holder VARCHAR(80) NOT NULL,
  lease_until BIGINT NOT NULL,
  PRIMARY KEY (module_name, handler_class)
);
