create table intake.extract_import (
  id BIGINT NOT NULL PRIMARY KEY,
  received_at TIMESTAMP NOT NULL,
  received_by VARCHAR(200) NOT NULL,
  job_id BIGINT NOT NULL,
  status VARCHAR(20) NOT NULL,
  message VARCHAR(500) NOT NULL,
  extract_date DATE,
  extract_date_from VARCHAR(20) NOT NULL,
  started_at TIMESTAMP,
  ended_at TIMESTAMP,
  kept_until DATE,
  files_deleted_at TIMESTAMP
);

create table intake.import_file (
  id BIGINT NOT NULL PRIMARY KEY,
  import_id BIGINT NOT NULL REFERENCES intake.extract_import (id),
  place SMALLINT NOT NULL,
  name VARCHAR(80) NOT NULL,
  sha256 VARCHAR(64) NOT NULL,
  size_bytes BIGINT NOT NULL,
  status VARCHAR(20) NOT NULL,
  reason VARCHAR(500) NOT NULL,
  encoding VARCHAR(20) NOT NULL,
  cut_off BOOLEAN NOT NULL,
  records BIGINT NOT NULL,
  records_read BIGINT NOT NULL,
  added BIGINT NOT NULL,
  unchanged BIGINT NOT NULL,
  rejected BIGINT NOT NULL,
  reported BIGINT NOT NULL,
  loaded_at TIMESTAMP,
  CONSTRAINT import_file_place UNIQUE (import_id, place)
);
create index import_file_status on intake.import_file (status, name);
create index import_file_sha256 on intake.import_file (sha256);

create table intake.problem (
  id BIGINT NOT NULL PRIMARY KEY,
  import_id BIGINT NOT NULL REFERENCES intake.extract_import (id),
  file_id BIGINT NOT NULL REFERENCES intake.import_file (id),
  file_place SMALLINT NOT NULL,
  record_no BIGINT NOT NULL,
  line_no BIGINT NOT NULL,
  row_key VARCHAR(40) NOT NULL,
  column_name VARCHAR(80) NOT NULL,
  code VARCHAR(40) NOT NULL,
  severity VARCHAR(10) NOT NULL,
  sentence VARCHAR(500) NOT NULL
);
create index problem_order on intake.problem (import_id, file_place, record_no, id);
create index problem_key on intake.problem (file_id, row_key);
