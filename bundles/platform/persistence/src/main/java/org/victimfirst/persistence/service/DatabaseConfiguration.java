package org.victimfirst.persistence.service;

/** Configuration {@code org.victimfirst.database}: etc/org.victimfirst.database.cfg. */
public @interface DatabaseConfiguration {
  /** {@code jdbc:derby:…} or {@code jdbc:postgresql://…}; Derby in the data folder when empty. */
  String url() default "";

  /** The database's user. */
  String user() default "";

  /** The user's password; better in a file or in the variable. */
  String password() default "";

  /** A file whose first line is the password. */
  String passwordFile() default "";

  /** Connections for the modules' work. */
  int poolSize() default 16;
}
