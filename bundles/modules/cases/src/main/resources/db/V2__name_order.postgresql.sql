-- Prefix search on folded names is a range of the index only in byte order. Derby has it by default.
ALTER TABLE cases.person ALTER COLUMN name_key TYPE VARCHAR(200) COLLATE "C";
ALTER TABLE cases.referral ALTER COLUMN crime_key TYPE VARCHAR(60) COLLATE "C";
