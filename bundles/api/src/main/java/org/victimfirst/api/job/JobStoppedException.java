package org.victimfirst.api.job;

/** Thrown into a handler that must stop; the job is given out again later. */
public class JobStoppedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Says why it must stop. */
  public JobStoppedException(String why) {
    super(why);
  }
}
