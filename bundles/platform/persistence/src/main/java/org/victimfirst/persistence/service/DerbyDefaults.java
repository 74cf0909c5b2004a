package org.victimfirst.persistence.service;

import java.nio.file.Path;

/** Settings of Derby's engine, which it takes from system properties alone, once per process. */
final class DerbyDefaults {
  private static final String LOG_FILE = "derby.stream.error.file";
  private static final String LOCK_WAIT = "derby.locks.waitTimeout";
  private static final String LOCK_WAIT_SECONDS = "30";
  private static final String CACHED_PAGES = "derby.storage.pageCacheSize";
  private static final String PAGES = "4000";
  private static final String LOG_BUFFER = "derby.storage.logBufferSize";
  private static final String LOG_BUFFER_BYTES = String.valueOf(1 << 20);

  private DerbyDefaults() {}

  /**
   * Sets what nobody has set: the log beside the data, and 16 MB of pages in memory. Derby waits
   * for the disk each time that a buffer of its transaction log is full, not at commits alone; with
   * the 32 KB that it takes by itself a quarter of an import is such waiting.
   */
  static void set(Path dataFolder) {
    setDefault(LOG_FILE, dataFolder.resolve("derby.log").toString());
    setDefault(LOCK_WAIT, LOCK_WAIT_SECONDS);
    setDefault(CACHED_PAGES, PAGES);
    setDefault(LOG_BUFFER, LOG_BUFFER_BYTES);
  }

  private static void setDefault(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
