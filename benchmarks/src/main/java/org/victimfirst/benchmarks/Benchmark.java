package org.victimfirst.benchmarks;

/** One subject that is measured together with its limit. */
interface Benchmark {
  /** The name on the command line, and of its part of {@code docs/performance.md}. */
  String name();

  /**
   * Measures. It starts what it needs on empty folders, and stops it.
   *
   * @return its part of the page, in Markdown, without a heading of its own
   */
  String measure() throws Exception;
}
