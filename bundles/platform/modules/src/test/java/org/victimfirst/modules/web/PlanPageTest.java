package org.victimfirst.modules.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.victimfirst.api.web.Html;
import org.victimfirst.modules.domain.BundleName;
import org.victimfirst.modules.domain.Change;
import org.victimfirst.modules.domain.ModuleState;
import org.victimfirst.modules.domain.Phase;
import org.victimfirst.modules.domain.Plan;

class PlanPageTest {
  private static final BundleName NEW = new BundleName("victimfirst-needs", "1.1.0");
  private static final BundleName OTHER = new BundleName("victimfirst-road", "1.0.0");

  @Test
  void whatStartsIsNamed() {
    assertThat(page(List.of())).contains("Starts", "victimfirst-needs 1.1.0", "Nobody else is");
  }

  @Test
  void whoeverIsDisturbedIsTold() {
    assertThat(page(List.of(OTHER)))
        .contains("Refreshes", "victimfirst-road 1.0.0", "may be disturbed")
        .doesNotContain("Nobody else is");
  }

  private static String page(List<BundleName> refreshed) {
    ModuleState state =
        new ModuleState(
            "needs",
            "module",
            "Needs",
            "Needs.",
            "1.0.0",
            Phase.RUNNING,
            List.of(),
            "1",
            List.of("1.1.0"),
            "");
    Plan plan =
        new Plan(
            Change.of(Change.Action.UPDATE, "needs", "1.1.0"),
            "1.1.0",
            List.of(),
            List.of(NEW),
            List.of(),
            List.of(),
            refreshed,
            List.of(),
            "As they are",
            List.of());
    return PlanPage.page(state, plan, Set.of(), true, Html.EMPTY).asString();
  }
}
