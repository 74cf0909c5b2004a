package org.victimfirst.api.area;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a code list.
 *
 * @param code stable, snake case
 * @param label words for people
 * @param sortOrder place in its list, from 1
 * @param parent code of its parent in the list that the profile names, or null
 * @param from first day on which it may be used, or null for always
 * @param to last day on which it may be used, or null for ever
 * @param attributes further facts, such as {@code support_level} of a closure outcome
 */
public record Code(
    String code,
    String label,
    int sortOrder,
    @Nullable String parent,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    Map<String, String> attributes) {
  /** Copies the attributes. */
  public Code {
    attributes = Map.copyOf(attributes);
  }

  /** Whether it may be used on a day. */
  public boolean validOn(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }

  /** An attribute, if the profile gives it. */
  public Optional<String> attribute(String name) {
    return Optional.ofNullable(attributes.get(name));
  }
}
