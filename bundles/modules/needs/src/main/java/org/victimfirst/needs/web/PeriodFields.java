package org.victimfirst.needs.web;

import java.time.LocalDate;
import java.util.Optional;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.ui.Controls;
import org.victimfirst.api.web.ui.Form;
import org.victimfirst.api.web.ui.Words;

/** The first and the last day of a period in a form. */
final class PeriodFields {
  static final String FROM = "from";
  static final String TO = "to";
  private static final int WIDTH = 20;

  private PeriodFields() {}

  static Html inputs(Form form) {
    return Html.all(
        Controls.input(
            form.field(FROM, "First day of the period")
                .withHint("For example, 1 April 2020")
                .withWidth(WIDTH)),
        Controls.input(
            form.field(TO, "Last day of the period")
                .withHint("For example, 30 June 2020")
                .withWidth(WIDTH)));
  }

  static Optional<LocalDate> from(Form form) {
    return day(form, FROM, "Enter the first day of the period, like 1 April 2020");
  }

  static Optional<LocalDate> to(Form form) {
    return day(form, TO, "Enter the last day of the period, like 30 June 2020");
  }

  private static Optional<LocalDate> day(Form form, String name, String message) {
    return form.require(name, message).read(name, Words::parseDate, message);
  }
}
