package org.victimfirst.cases.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who a person is and where they can be found. Texts are empty where nothing is known; personal
 * data throughout.
 *
 * @param firstName as the person gave it
 * @param lastName as the person gave it
 * @param dateOfBirth or null when it is not known
 * @param gender code of {@code gender}
 * @param phone as given
 * @param email as given
 * @param addressLine1 as given
 * @param addressLine2 as given
 * @param town as given
 * @param postcode as given
 * @param language name of a language
 */
public record PersonDetails(
    String firstName,
    String lastName,
    @Nullable LocalDate dateOfBirth,
    String gender,
    String phone,
    String email,
    String addressLine1,
    String addressLine2,
    String town,
    String postcode,
    String language) {
  /** The whole name. */
  public String name() {
    return (firstName + " " + lastName).strip();
  }

  /** The initials, such as "R O": what is left of a name when personal details are hidden. */
  public String initials() {
    return initials(name());
  }

  /** The initials of a name. */
  public static String initials(String name) {
    StringBuilder initials = new StringBuilder();
    for (String part : name.strip().split("\\s+")) {
      if (!part.isEmpty()) {
        initials.append(initials.isEmpty() ? "" : " ").appendCodePoint(part.codePointAt(0));
      }
    }
    return initials.toString();
  }
}
