package org.victimfirst.api.persistence;

/** The databases that the platform runs on. */
public enum Dialect {
  /** Apache Derby, embedded: the default. */
  DERBY,
  /** PostgreSQL: for production and for several nodes. */
  POSTGRESQL
}
