CREATE TABLE sample.parcel (
  id BIGINT NOT NULL PRIMARY KEY,
  label VARCHAR(40) NOT NULL,
  note ${text},
  picture ${bytes},
  packed_at TIMESTAMP DEFAULT ${now} NOT NULL,
  version INTEGER NOT NULL
);
