-- Who works on an order, and until when, in milliseconds by the database's clock, unless it says so again.
ALTER TABLE modules.operation ADD COLUMN holder VARCHAR(40) DEFAULT '' NOT NULL;
ALTER TABLE modules.operation ADD COLUMN lease_until BIGINT DEFAULT 0 NOT NULL;

-- One row, locked by whoever takes an order: so two nodes cannot both find that there is none.
CREATE TABLE modules.turn (
  id SMALLINT NOT NULL PRIMARY KEY,
  taken BIGINT NOT NULL
);

INSERT INTO modules.turn (id, taken) VALUES (1, 0);
