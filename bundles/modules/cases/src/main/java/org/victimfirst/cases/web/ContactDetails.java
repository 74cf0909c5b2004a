package org.victimfirst.cases.web;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.ui.Forms;
import org.victimfirst.api.web.ui.Inline;
import org.victimfirst.api.web.ui.Redaction;
import org.victimfirst.cases.domain.CaseFile;
import org.victimfirst.cases.domain.CasePermissions;
import org.victimfirst.cases.domain.OtherDetails;
import org.victimfirst.cases.domain.PersonDetails;

/**
 * Phone, email and address of a case's person, masked until somebody asks for one, for one view of
 * the page. A channel that is not safe is not offered at all.
 */
final class ContactDetails {
  private static final String NOT_SAFE = "Left out: not safe to use";

  /** What stands for an address. */
  static final String DOTS = "\u2022\u2022\u2022";

  private final CaseFile file;
  private final PageRequest request;
  private final String tab;
  private final String shown;

  /**
   * The details of one case, for one page.
   *
   * @param tab key of the tab that comes back when one of them is shown
   * @param shown the detail that is shown in clear: {@code phone}, {@code email}, {@code address},
   *     the same with the referral that gave another one, such as {@code phone@12}, or an empty
   *     string
   */
  ContactDetails(CaseFile file, PageRequest request, String tab, String shown) {
    this.file = file;
    this.request = request;
    this.tab = tab;
    this.shown = shown;
  }

  Html phone() {
    return detail("phone", "phone", file.person());
  }

  Html email() {
    return detail("email", "email", file.person());
  }

  Html address() {
    return detail("address", "address", file.person());
  }

  /** Another one that a referral gave. */
  Html other(OtherDetails other, String name) {
    return detail(name, name + "@" + other.referralId(), other.person());
  }

  /** What people read of a detail. */
  static String name(String detail) {
    return switch (detail) {
      case "phone" -> "phone number";
      case "email" -> "email address";
      default -> "address";
    };
  }

  private Html detail(String name, String key, PersonDetails person) {
    String value = value(name, person);
    if (value.isEmpty()) {
      return Html.text("Not recorded");
    }
    if (request.hidePersonalDetails()) {
      return Redaction.withheld();
    }
    if (!file.maySay(name)) {
      return Html.text(NOT_SAFE);
    }
    if (shown.equals(key)) {
      return Html.text(value);
    }
    Html masked = Redaction.mask(masked(name, value));
    if (!request.actor().may(CasePermissions.CONTACT)) {
      return masked;
    }
    Html button =
        Html.all(
            Forms.hidden("detail", key),
            Forms.hidden("tab", tab),
            Html.markup("<button class=\"vf-link-button govuk-link\" type=\"submit\">Show"),
            Inline.hidden((key.equals(name) ? " the " : " the other ") + name(name)),
            Html.markup("</button>"));
    return Html.all(
        masked,
        Html.text(" "),
        Forms.form(
            Paths.of(Paths.SHOW, file.summary().id()),
            request.csrf(),
            Map.of("class", "vf-inline"),
            button));
  }

  /** Whether a page that is asked to show a detail of a case shows anything. */
  static boolean shows(CaseFile file, PageRequest request, String key) {
    String[] parts = key.split("@", 2);
    boolean there =
        parts.length == 1
            ? !value(parts[0], file.person()).isEmpty()
            : file.others().stream()
                .anyMatch(
                    other ->
                        Long.toString(other.referralId()).equals(parts[1])
                            && other.ways().contains(parts[0]));
    return there && !request.hidePersonalDetails() && file.maySay(parts[0]);
  }

  private static String value(String name, PersonDetails person) {
    return switch (name) {
      case "phone" -> person.phone();
      case "email" -> person.email();
      default -> address(person);
    };
  }

  /**
   * What may be said of a stored detail without a Show: its masked form, or that it is left out.
   */
  static String words(CaseFile file, boolean hidden, String name, String value) {
    if (value.isEmpty()) {
      return "Not recorded";
    }
    if (hidden) {
      return "Hidden";
    }
    return file.maySay(name) ? masked(name, value) : NOT_SAFE;
  }

  /** The address in a line. */
  static String address(PersonDetails person) {
    return Stream.of(person.addressLine1(), person.addressLine2(), person.town(), person.postcode())
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /** An address is left out whole: its first line alone leads to the door. */
  private static String masked(String name, String value) {
    return name.equals("address") ? DOTS : Redaction.masked(value);
  }
}
