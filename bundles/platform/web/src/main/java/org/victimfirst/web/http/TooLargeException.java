package org.victimfirst.web.http;

/** The body is larger than the console takes. */
public final class TooLargeException extends Exception {
  private static final long serialVersionUID = 1;

  private final int limitMegabytes;

  TooLargeException(int limitMegabytes) {
    super("The body is larger than " + limitMegabytes + " MB");
    this.limitMegabytes = limitMegabytes;
  }

  /** The limit. */
  public int limitMegabytes() {
    return limitMegabytes;
  }
}
