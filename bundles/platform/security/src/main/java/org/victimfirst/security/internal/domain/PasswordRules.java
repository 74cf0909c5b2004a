package org.victimfirst.security.internal.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a new password must be: long, not common, not the login. No rules about kinds of characters.
 */
public final class PasswordRules {
  /** Fewest characters. */
  public static final int SHORTEST = 12;

  /** Most characters: enough for any sentence, and a bound on the work of checking it. */
  public static final int LONGEST = 200;

  /** What people choose when only the length is asked for, without digits and signs around it. */
  private static final Set<String> COMMON =
      Set.of(
          "password",
          "passwort",
          "passw0rd",
          "p@ssw0rd",
          "p@ssword",
          "pa$$word",
          "passwordpassword",
          "mypassword",
          "newpassword",
          "thepassword",
          "secretpassword",
          "letmein",
          "letmeinplease",
          "letmeinnow",
          "welcome",
          "welcomehome",
          "welcomeback",
          "qwerty",
          "qwertyuiop",
          "qwertyuiopasdf",
          "qwertyqwerty",
          "asdfghjkl",
          "zxcvbnm",
          "qazwsx",
          "qazwsxedc",
          "qazwsxedcrfv",
          "q1w2e3r4t5y6",
          "1q2w3e4r5t6y",
          "zaq12wsxcde3",
          "iloveyou",
          "iloveyouso",
          "iloveyouforever",
          "administrator",
          "admin",
          "adminadmin",
          "adminadminadmin",
          "changeme",
          "changemenow",
          "changeit",
          "default",
          "temporary",
          "temppassword",
          "superman",
          "spiderman",
          "batman",
          "princess",
          "sunshine",
          "football",
          "footballfan",
          "baseball",
          "liverpool",
          "liverpoolfc",
          "leicester",
          "leicestercity",
          "nottingham",
          "nottinghamforest",
          "manchesterunited",
          "manchester",
          "manchestercity",
          "arsenal",
          "chelsea",
          "chelseafc",
          "everton",
          "tottenham",
          "monkey",
          "dragon",
          "master",
          "whatever",
          "trustno",
          "starwars",
          "pokemon",
          "computer",
          "internet",
          "michelle",
          "charlotte",
          "elizabeth",
          "christopher",
          "alexander",
          "summer",
          "winter",
          "spring",
          "autumn",
          "january",
          "february",
          "september",
          "october",
          "november",
          "december",
          "monday",
          "friday",
          "england",
          "unitedkingdom",
          "correcthorsebatterystaple",
          "abcdefghijkl",
          "abcdefghijklmnop",
          "abcabcabcabc",
          "victimfirst",
          "victim first",
          "victim-first",
          "victimsupport",
          "caseworker",
          "police",
          "policepolice",
          "restorativejustice",
          "safeguarding");

  private static final Pattern AROUND = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");

  private PasswordRules() {}

  /**
   * Why a password is refused, in words for the person who chose it.
   *
   * @param password as typed
   * @param login the login that it is for
   */
  public static Optional<String> refusal(String password, String login) {
    if (password.codePointCount(0, password.length()) < SHORTEST) {
      return Optional.of("Enter at least " + SHORTEST + " characters, such as three or four words");
    }
    if (password.length() > LONGEST) {
      return Optional.of("Enter at most " + LONGEST + " characters");
    }
    String lower = password.toLowerCase(Locale.ROOT);
    if (containsLogin(lower, login)) {
      return Optional.of("Choose a password that does not contain your login");
    }
    if (common(lower)) {
      return Optional.of("Choose a password that is harder to guess, such as three or four words");
    }
    return Optional.empty();
  }

  private static boolean containsLogin(String lower, String login) {
    String name = login.contains("@") ? login.substring(0, login.indexOf('@')) : login;
    return name.length() >= 3 && lower.contains(name.toLowerCase(Locale.ROOT));
  }

  private static boolean common(String lower) {
    String core = AROUND.matcher(lower).replaceAll("");
    return core.isEmpty()
        || COMMON.contains(core)
        || COMMON.contains(lower)
        || lower.chars().distinct().count() < 5
        || "01234567890123456789".contains(lower)
        || "98765432109876543210".contains(lower);
  }
}
