-- The import that a row of the legacy extract came with: tells a copy in the same file from a row
-- that an earlier import brought. Null where it is not known.
ALTER TABLE needs.rating ADD COLUMN import_id BIGINT;
ALTER TABLE needs.sampled_case ADD COLUMN import_id BIGINT;
