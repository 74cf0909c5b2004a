package org.victimfirst.cases.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether two people may be one. Telephone and postcode together with anything of name or birth
 * that fits are enough; without them the whole name and the date of birth must be the same.
 */
public final class Likeness {
  private Likeness() {}

  /**
   * What is compared.
   *
   * @param nameKey folded surname, a blank, folded first name
   * @param bornOn date of birth, or null
   * @param contactKey telephone and postcode, or null
   */
  public record Traits(String nameKey, @Nullable LocalDate bornOn, @Nullable Long contactKey) {
    /** The folded surname. */
    public String surname() {
      return nameKey.substring(0, Math.max(0, nameKey.indexOf(' ')));
    }

    /** The folded first name. */
    public String first() {
      return nameKey.substring(nameKey.indexOf(' ') + 1);
    }
  }

  /** Why two people may be one; empty when nothing says so. */
  public static List<String> grounds(Traits a, Traits b) {
    boolean contact = a.contactKey() != null && a.contactKey().equals(b.contactKey());
    boolean birth = a.bornOn() != null && Objects.equals(a.bornOn(), b.bornOn());
    boolean same = a.nameKey().equals(b.nameKey());
    if (!contact && !(birth && same)) {
      return List.of();
    }
    boolean swapped = a.surname().equals(b.first()) && a.first().equals(b.surname());
    boolean similar =
        near(a.surname(), b.surname()) && (near(a.first(), b.first()) || initial(a, b));
    boolean likely = contact ? birth || same || swapped || similar : birth && same;
    List<String> grounds = new ArrayList<>();
    if (likely) {
      add(grounds, contact, "same_contact");
      add(grounds, birth, "same_birth");
      add(grounds, same, "same_name");
      add(grounds, swapped && !same, "names_swapped");
      add(grounds, similar && !same, "similar_name");
    }
    return grounds;
  }

  /**
   * What two people have in common when somebody is there to tell whether they are one: the same
   * name alone is enough to ask.
   */
  public static List<String> groundsToAsk(Traits a, Traits b) {
    List<String> grounds = grounds(a, b);
    return grounds.isEmpty() && a.nameKey().equals(b.nameKey()) ? List.of("same_name") : grounds;
  }

  private static void add(List<String> grounds, boolean given, String ground) {
    if (given) {
      grounds.add(ground);
    }
  }

  private static boolean near(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return false;
    }
    boolean begins = Math.min(a.length(), b.length()) > 2 && (a.startsWith(b) || b.startsWith(a));
    return begins || EditDistance.within(a, b, Math.min(a.length(), b.length()) < 6 ? 1 : 2);
  }

  private static boolean initial(Traits a, Traits b) {
    String shorter = a.first().length() < b.first().length() ? a.first() : b.first();
    String longer = a.first().length() < b.first().length() ? b.first() : a.first();
    return shorter.length() == 1 && longer.startsWith(shorter);
  }
}
