-- When an erasure ended the time for which the files are kept: the end of the import does not
-- lengthen it again.
alter table intake.extract_import add column erased_at TIMESTAMP;
