package org.victimfirst.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import org.victimfirst.itests.Launch;

/** Data to measure with. */
final class Sample {
  private Sample() {}

  /** Imports an extract into the instance of a folder. */
  static void load(Path data, Path extract) throws IOException {
    Launch.Result imported = Launch.run("import", extract.toString(), "--data", data.toString());
    if (imported.code() != 0) {
      throw new IOException(imported.output());
    }
  }
}
