package org.victimfirst.intake.domain;

import java.util.Locale;

/** Where a file of an import stands. */
public enum FileStatus {
  /** Not looked at yet. */
  WAITING,
  /** Its form is checked; its rows are being loaded. */
  LOADING,
  /** All its rows were read. */
  LOADED,
  /** It was refused as a whole: nothing of it was loaded. */
  REFUSED,
  /** It is kept until the module that takes it is installed. */
  NO_MODULE,
  /** It is no file to be loaded. */
  IGNORED,
  /** It was kept for a module that did not come, and then deleted. */
  EXPIRED;

  /** As it is stored and sent: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The status of a code. */
  public static FileStatus of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** Whether the job still has to do with it. */
  public boolean open() {
    return this == WAITING || this == LOADING;
  }
}
