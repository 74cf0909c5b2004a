package org.victimfirst.modules.web;

import java.time.LocalDateTime;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.SummaryList;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.modules.domain.Operation;

/** The page of one order: how far it is, or how it ended and why. */
final class OperationPage {
  private OperationPage() {}

  static String path(long id) {
    return ModulesNav.PATH + "/operations/" + id;
  }

  static String title(Operation operation) {
    return operation.action().verb() + " " + operation.module();
  }

  static Html page(Operation operation) {
    LocalDateTime ended = operation.endedAt();
    SummaryList facts =
        SummaryList.empty()
            .with("Ordered", Words.time(operation.requestedAt()))
            .with("By", operation.requestedBy());
    if (!operation.fromVersion().isEmpty()) {
      facts = facts.with("Version before", operation.fromVersion());
    }
    if (!operation.toVersion().isEmpty()) {
      facts = facts.with("Version wanted", operation.toVersion());
    }
    if (ended != null) {
      facts = facts.with("Ended", Words.time(ended));
    }
    return Html.all(
        Govuk.backLink("Modules", ModulesNav.PATH),
        Vf.head(title(operation), ""),
        Vf.card(
            tone(operation),
            "state",
            heading(operation),
            "m",
            Html.all(Govuk.body(operation.message()), next(operation))),
        Govuk.summaryList(facts));
  }

  private static Vf.Tone tone(Operation operation) {
    return switch (operation.status()) {
      case Operation.DONE -> Vf.Tone.GOOD;
      case Operation.FAILED -> Vf.Tone.BAD;
      default -> Vf.Tone.NEXT;
    };
  }

  private static String heading(Operation operation) {
    return switch (operation.status()) {
      case Operation.DONE -> "Done";
      case Operation.FAILED -> "Not done";
      case Operation.WAITING -> "Waiting";
      default -> "At work";
    };
  }

  private static Html next(Operation operation) {
    return operation.ended()
        ? Govuk.linkButton("Back to modules", ModulesNav.PATH)
        : Govuk.linkButton("Look again", path(operation.id()));
  }
}
