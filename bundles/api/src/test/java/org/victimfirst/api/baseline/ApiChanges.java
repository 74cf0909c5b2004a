package org.victimfirst.api.baseline;

import aQute.bnd.differ.Baseline;
import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.osgi.Instructions;
import aQute.bnd.osgi.Processor;
import aQute.bnd.service.diff.Delta;
import java.util.ArrayList;
import java.util.List;

/** Compares the api with the baseline, by bnd's rules. */
final class ApiChanges {
  private ApiChanges() {}

  /** A sentence for each package whose version does not say how it changed. */
  static List<String> unsaid(ApiTree now, ApiTree baseline) throws Exception {
    List<String> found = new ArrayList<>();
    try (Processor reporter = new Processor()) {
      for (Baseline.Info info :
          new Baseline(reporter, new DiffPluginImpl())
              .baseline(
                  now.tree(),
                  now.exports(),
                  baseline.tree(),
                  baseline.exports(),
                  new Instructions("*;threshold=MINOR"))) {
        if (info.packageDiff.getDelta() == Delta.REMOVED) {
          found.add(info.packageName + " is gone: every module that imports it stops");
        } else if (info.mismatch) {
          found.add(
              "%s changed (%s) and needs @Version(\"%s\"), not %s: %s"
                  .formatted(
                      info.packageName,
                      info.packageDiff.getDelta(),
                      info.suggestedVersion,
                      info.newerVersion,
                      info.reason));
        }
      }
    }
    return found;
  }
}
