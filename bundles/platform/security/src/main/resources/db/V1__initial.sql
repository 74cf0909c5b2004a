CREATE TABLE security.user_account (
  id BIGINT NOT NULL,
  login VARCHAR(120) NOT NULL,
  display_name VARCHAR(120) NOT NULL,
  kind VARCHAR(10) NOT NULL,
  password_hash VARCHAR(200),
  must_change_password BOOLEAN NOT NULL,
  active BOOLEAN NOT NULL,
  created_at TIMESTAMP NOT NULL,
  password_changed_at TIMESTAMP,
  last_sign_in_at TIMESTAMP,
  version INTEGER NOT NULL,
  CONSTRAINT user_account_pk PRIMARY KEY (id),
  CONSTRAINT user_account_login UNIQUE (login)
);

CREATE TABLE security.security_role (
  code VARCHAR(40) NOT NULL,
  title VARCHAR(80) NOT NULL,
  place SMALLINT NOT NULL,
  version INTEGER NOT NULL,
  CONSTRAINT security_role_pk PRIMARY KEY (code)
);

INSERT INTO security.security_role (code, title, place, version) VALUES ('triage_worker', 'Triage worker', 10, 1);
INSERT INTO security.security_role (code, title, place, version) VALUES ('caseworker', 'Caseworker', 20, 1);
INSERT INTO security.security_role (code, title, place, version) VALUES ('senior_caseworker', 'Senior caseworker', 30, 1);
INSERT INTO security.security_role (code, title, place, version) VALUES ('rj_caseworker', 'Specialist RJ caseworker', 40, 1);
INSERT INTO security.security_role (code, title, place, version) VALUES ('engagement_officer', 'Engagement officer', 50, 1);
INSERT INTO security.security_role (code, title, place, version) VALUES ('service_manager', 'Service manager', 60, 1);
INSERT INTO security.security_role (code, title, place, version) VALUES ('analyst', 'Commissioner''s analyst', 70, 1);
INSERT INTO security.security_role (code, title, place, version) VALUES ('administrator', 'Administrator', 80, 1);
INSERT INTO security.security_role (code, title, place, version) VALUES ('auditor', 'Auditor', 90, 1);
INSERT INTO security.security_role (code, title, place, version) VALUES ('partner_system', 'Partner system', 100, 1);

CREATE TABLE security.user_role (
  user_id BIGINT NOT NULL,
  role_code VARCHAR(40) NOT NULL,
  CONSTRAINT user_role_pk PRIMARY KEY (user_id, role_code),
  CONSTRAINT user_role_user FOREIGN KEY (user_id) REFERENCES security.user_account (id),
  CONSTRAINT user_role_role FOREIGN KEY (role_code) REFERENCES security.security_role (code)
);

CREATE TABLE security.permission (
  name VARCHAR(80) NOT NULL,
  module VARCHAR(40) NOT NULL,
  title VARCHAR(200) NOT NULL,
  first_seen_at TIMESTAMP NOT NULL,
  CONSTRAINT permission_pk PRIMARY KEY (name)
);

CREATE TABLE security.role_permission (
  role_code VARCHAR(40) NOT NULL,
  permission_name VARCHAR(80) NOT NULL,
  CONSTRAINT role_permission_pk PRIMARY KEY (role_code, permission_name),
  CONSTRAINT role_permission_role FOREIGN KEY (role_code) REFERENCES security.security_role (code),
  CONSTRAINT role_permission_name FOREIGN KEY (permission_name) REFERENCES security.permission (name)
);

-- Times of sessions and delays are milliseconds since 1970: a clock change must not end or lengthen them.
CREATE TABLE security.web_session (
  cookie_hash VARCHAR(64) NOT NULL,
  user_id BIGINT NOT NULL,
  began BIGINT NOT NULL,
  last_used BIGINT NOT NULL,
  hide_details BOOLEAN NOT NULL,
  CONSTRAINT web_session_pk PRIMARY KEY (cookie_hash),
  CONSTRAINT web_session_user FOREIGN KEY (user_id) REFERENCES security.user_account (id)
);

CREATE TABLE security.sign_in_delay (
  key_hash VARCHAR(64) NOT NULL,
  failures INTEGER NOT NULL,
  open_again BIGINT NOT NULL,
  last_failure BIGINT NOT NULL,
  CONSTRAINT sign_in_delay_pk PRIMARY KEY (key_hash)
);

CREATE TABLE security.api_token (
  id BIGINT NOT NULL,
  secret_hash VARCHAR(64) NOT NULL,
  name VARCHAR(80) NOT NULL,
  owner_id BIGINT NOT NULL,
  created_by BIGINT NOT NULL,
  created_at TIMESTAMP NOT NULL,
  expires_at TIMESTAMP NOT NULL,
  last_used_at TIMESTAMP,
  revoked_at TIMESTAMP,
  CONSTRAINT api_token_pk PRIMARY KEY (id),
  CONSTRAINT api_token_secret UNIQUE (secret_hash),
  CONSTRAINT api_token_owner FOREIGN KEY (owner_id) REFERENCES security.user_account (id)
);

CREATE TABLE security.api_token_scope (
  token_id BIGINT NOT NULL,
  permission_name VARCHAR(80) NOT NULL,
  CONSTRAINT api_token_scope_pk PRIMARY KEY (token_id, permission_name),
  CONSTRAINT api_token_scope_token FOREIGN KEY (token_id) REFERENCES security.api_token (id)
);

CREATE TABLE security.audit_entry (
  id BIGINT NOT NULL,
  happened_at TIMESTAMP NOT NULL,
  actor_id BIGINT NOT NULL,
  actor_login VARCHAR(120) NOT NULL,
  actor_kind VARCHAR(10) NOT NULL,
  origin VARCHAR(64) NOT NULL,
  request_id VARCHAR(64) NOT NULL,
  action VARCHAR(100) NOT NULL,
  subject_type VARCHAR(40) NOT NULL,
  subject_id BIGINT NOT NULL,
  details VARCHAR(8000) NOT NULL,
  row_hash VARCHAR(64) NOT NULL,
  CONSTRAINT audit_entry_pk PRIMARY KEY (id)
);

-- No index by time: ids are in the order of time, and every index makes every record dearer.
CREATE INDEX audit_entry_subject ON security.audit_entry (subject_id);

CREATE TABLE security.audit_seal (
  seal_number BIGINT NOT NULL,
  kind VARCHAR(6) NOT NULL,
  from_id BIGINT NOT NULL,
  to_id BIGINT NOT NULL,
  row_count INTEGER NOT NULL,
  merkle_root VARCHAR(64) NOT NULL,
  previous_hash VARCHAR(64) NOT NULL,
  seal_hash VARCHAR(64) NOT NULL,
  sealed_at BIGINT NOT NULL,
  members ${bytes} NOT NULL,
  CONSTRAINT audit_seal_pk PRIMARY KEY (seal_number)
);

CREATE TABLE security.audit_head (
  id SMALLINT NOT NULL,
  seal_number BIGINT NOT NULL,
  seal_hash VARCHAR(64) NOT NULL,
  to_id BIGINT NOT NULL,
  closed_number BIGINT NOT NULL,
  turn BIGINT NOT NULL,
  CONSTRAINT audit_head_pk PRIMARY KEY (id)
);

INSERT INTO security.audit_head (id, seal_number, seal_hash, to_id, closed_number, turn)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000', 0, 0, 0);
