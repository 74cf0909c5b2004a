package org.victimfirst.cases.domain;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Compares the ways to reach a person that were given: phone, email, address. */
public final class ContactWays {
  /** All of them. */
  public static final List<String> ALL = List.of("phone", "email", "address");

  private ContactWays() {}

  /** The way that a channel goes by. */
  public static String of(String channel) {
    return switch (channel) {
      case "email" -> "email";
      case "letter" -> "address";
      default -> "phone";
    };
  }

  /** Whether two people's details name the same phone, email or address, however it is written. */
  public static boolean same(String way, PersonDetails one, PersonDetails other) {
    return key(way, one).equals(key(way, other));
  }

  /** The ways that somebody told and that are others than those stored. */
  public static List<String> others(PersonDetails told, PersonDetails stored) {
    return ALL.stream()
        .filter(way -> !key(way, told).isEmpty() && !same(way, told, stored))
        .toList();
  }

  /** What is stored, with the chosen ways as they were told. */
  public static PersonDetails take(
      PersonDetails stored, PersonDetails told, Collection<String> ways) {
    PersonDetails address = ways.contains("address") ? told : stored;
    return new PersonDetails(
        stored.firstName(),
        stored.lastName(),
        stored.dateOfBirth(),
        stored.gender(),
        (ways.contains("phone") ? told : stored).phone(),
        (ways.contains("email") ? told : stored).email(),
        address.addressLine1(),
        address.addressLine2(),
        address.town(),
        address.postcode(),
        stored.language());
  }

  /** What is left of a way when spelling is put aside; empty where there is none. */
  private static String key(String way, PersonDetails person) {
    return switch (way) {
      case "phone" -> {
        String digits = ContactKey.digits(person.phone());
        yield digits.isEmpty() ? NameKey.fold(person.phone()) : digits;
      }
      case "email" -> person.email().strip().toLowerCase(Locale.ROOT);
      default ->
          NameKey.fold(
              person.addressLine1() + person.addressLine2() + person.town() + person.postcode());
    };
  }
}
