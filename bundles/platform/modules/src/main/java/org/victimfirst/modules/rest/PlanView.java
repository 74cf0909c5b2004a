package org.victimfirst.modules.rest;

import java.util.List;
import java.util.Locale;
import org.victimfirst.modules.domain.BundleName;
import org.victimfirst.modules.domain.Plan;

/**
 * A dry run, as the resource says it.
 *
 * @param action what would be done
 * @param module to which module
 * @param version which version would be installed; empty for a removal
 * @param allowed whether it may be done
 * @param summary in a sentence
 * @param install bundles that would be installed, as "name version"
 * @param update bundles that would be updated
 * @param start bundles that would be started
 * @param stop bundles that would be stopped
 * @param remove bundles that would be removed
 * @param refresh bundles that would be wired anew
 * @param adds what the module would contribute, in words
 * @param schema what would happen to its tables, in words
 * @param refusals why it may not be done
 */
record PlanView(
    String action,
    String module,
    String version,
    boolean allowed,
    String summary,
    List<String> install,
    List<String> update,
    List<String> start,
    List<String> stop,
    List<String> remove,
    List<String> refresh,
    List<String> adds,
    String schema,
    List<String> refusals) {
  static PlanView of(Plan plan) {
    return new PlanView(
        plan.change().action().name().toLowerCase(Locale.ROOT),
        plan.change().module(),
        plan.version(),
        plan.allowed(),
        plan.summary(),
        names(plan.install()),
        names(plan.update()),
        names(plan.start()),
        names(plan.stop()),
        names(plan.remove()),
        names(plan.refresh()),
        plan.adds(),
        plan.schema(),
        plan.refusals());
  }

  private static List<String> names(List<BundleName> bundles) {
    return bundles.stream().map(BundleName::toString).toList();
  }
}
