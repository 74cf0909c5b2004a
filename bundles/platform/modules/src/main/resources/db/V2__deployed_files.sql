-- The file in deploy/ that a module was installed from; an empty text for every other module.
ALTER TABLE modules.wanted ADD COLUMN deployed_file VARCHAR(120) DEFAULT '' NOT NULL;
