-- What was done to modules, one row per order; the newest that has not ended is the only one at work.
CREATE TABLE modules.operation (
  id BIGINT NOT NULL PRIMARY KEY,
  action VARCHAR(20) NOT NULL,
  module_name VARCHAR(100) NOT NULL,
  from_version VARCHAR(50) NOT NULL,
  to_version VARCHAR(50) NOT NULL,
  status VARCHAR(10) NOT NULL,
  message VARCHAR(4000) NOT NULL,
  requested_by VARCHAR(200) NOT NULL,
  requested_at TIMESTAMP NOT NULL,
  ended_at TIMESTAMP
);

CREATE INDEX operation_status ON modules.operation (status);

-- What people decided about modules: it outlives the framework's own memory.
CREATE TABLE modules.wanted (
  module_name VARCHAR(100) NOT NULL PRIMARY KEY,
  module_version VARCHAR(50) NOT NULL,
  state VARCHAR(10) NOT NULL,
  changed_at TIMESTAMP NOT NULL
);
