package org.victimfirst.intake.web;

import java.time.Duration;
import java.time.LocalDateTime;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.intake.domain.FileStatus;
import org.victimfirst.intake.domain.ImportHead;
import org.victimfirst.intake.domain.ImportStatus;
import org.victimfirst.intake.domain.Severity;

/** What the states of imports are called on pages. */
final class Labels {
  private Labels() {}

  static Html of(ImportStatus status) {
    return switch (status) {
      case WAITING -> Govuk.tag("Waiting", "grey");
      case RUNNING -> Govuk.tag("Importing", "yellow");
      case DONE -> Govuk.tag("Done", "green");
      case FAILED -> Govuk.tag("Broke off", "red");
    };
  }

  static Html of(FileStatus status) {
    return switch (status) {
      case WAITING -> Govuk.tag("Waiting", "grey");
      case LOADING -> Govuk.tag("Loading", "yellow");
      case LOADED -> Govuk.tag("Read", "green");
      case REFUSED -> Govuk.tag("Refused", "red");
      case NO_MODULE -> Govuk.tag("Kept", "yellow");
      case IGNORED -> Govuk.tag("Left aside", "grey");
      case EXPIRED -> Govuk.tag("Deleted", "grey");
    };
  }

  static String of(Severity severity) {
    return severity == Severity.REJECTED ? "Left out" : "Imported, to check";
  }

  /** How long it took: "11 seconds", or an empty string while it is not over. */
  static String took(ImportHead head) {
    LocalDateTime from = head.startedAt();
    LocalDateTime to = head.endedAt();
    if (from == null || to == null) {
      return "";
    }
    long seconds = Math.max(1, Duration.between(from, to).toSeconds());
    return seconds < 120
        ? Words.count(seconds, "second", "seconds")
        : Words.count(seconds / 60, "minute", "minutes");
  }
}
