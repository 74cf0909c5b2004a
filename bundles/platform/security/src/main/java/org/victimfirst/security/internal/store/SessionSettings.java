package org.victimfirst.security.internal.store;

/** Settings of sessions, PID {@code org.victimfirst.security}. */
public @interface SessionSettings {
  /** Minutes without use after which a session ends. */
  int idleMinutes() default 10;

  /** Hours after signing in after which a session ends, used or not. */
  int absoluteHours() default 12;
}
