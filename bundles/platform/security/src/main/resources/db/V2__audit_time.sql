-- When a record was made, in milliseconds since 1970: the hour that comes twice in autumn is two hours, and no time zone of the server changes it.
-- Records from before keep happened_at, local time, because their hash is over it; they have no happened_ms, and those from now on no happened_at.
ALTER TABLE security.audit_entry ADD COLUMN happened_ms BIGINT;
ALTER TABLE security.audit_entry ALTER COLUMN happened_at DROP NOT NULL;
