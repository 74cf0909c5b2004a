package org.victimfirst.intake.domain;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Settings of the module, PID {@code org.victimfirst.intake}. */
@Component(service = Settings.class, configurationPid = "org.victimfirst.intake")
public final class Settings {
  private static final long MEGABYTE = 1L << 20;

  private final Config config;

  /** The settings and what holds without them. */
  public @interface Config {
    /** Days for which the files of a finished import are kept. */
    int keepDays() default 30;

    /** Days for which they are kept while one of them waits for its module. */
    int keepWaitingDays() default 365;

    /** Largest upload, in megabytes. */
    int maxUploadMegabytes() default 2048;

    /** Largest total of the files in a zip, in megabytes. */
    int maxUnpackedMegabytes() default 16384;

    /** Most files in an upload. */
    int maxFiles() default 200;

    /** How many times larger than the zip its files may be, beyond the first ten megabytes. */
    int maxRatio() default 100;
  }

  /** Takes the settings. */
  @Activate
  public Settings(Config config) {
    this.config = config;
  }

  /** Days for which the files of a finished import are kept. */
  public int keepDays(boolean waiting) {
    return waiting ? Math.max(config.keepDays(), config.keepWaitingDays()) : config.keepDays();
  }

  /** Largest upload in bytes. */
  public long maxUpload() {
    return config.maxUploadMegabytes() * MEGABYTE;
  }

  /** Largest total of the files in a zip, in bytes. */
  public long maxUnpacked() {
    return config.maxUnpackedMegabytes() * MEGABYTE;
  }

  /** Most files in an upload. */
  public int maxFiles() {
    return config.maxFiles();
  }

  /** How many times larger than the zip its files may be. */
  public int maxRatio() {
    return config.maxRatio();
  }
}
