package org.victimfirst.security.internal.audit;

/** Settings of the audit, PID {@code org.victimfirst.security}. */
public @interface AuditSettings {
  /** Minutes for which a sealed range takes rows of transactions that were committed late. */
  int lateMinutes() default 5;
}
