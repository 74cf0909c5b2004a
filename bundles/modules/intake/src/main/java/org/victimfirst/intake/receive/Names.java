package org.victimfirst.intake.receive;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.victimfirst.intake.domain.KnownFiles;

/** Which file of the extract a sent file is. Only names of the extract ever reach the disk. */
final class Names {
  private static final Pattern SOUND = Pattern.compile("[a-z0-9_]{1,60}\\.[a-z0-9]{1,5}");

  private final Predicate<String> taken;

  /**
   * Knows the extract's names.
   *
   * @param taken whether an installed module takes a file of that name
   */
  Names(Predicate<String> taken) {
    this.taken = taken;
  }

  /** The last part of a path, whatever its separators. */
  static String last(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  /** Whether a file has rows to load or says something of those that have. */
  boolean known(String name) {
    return KnownFiles.WITH_ROWS.contains(name)
        || name.equals(KnownFiles.MANIFEST)
        || (SOUND.matcher(name).matches() && name.endsWith(".csv") && taken.test(name));
  }

  /** What an unknown file is called on pages: its name only if it looks like one of an export. */
  static String shown(String name, int number) {
    String lower = name.toLowerCase(Locale.ROOT);
    return SOUND.matcher(lower).matches() ? lower : "File " + number + " of the upload";
  }

  /**
   * Names of the extract for files that were sent under a name like {@code referrals (1).csv}:
   * where exactly one of all could be meant, and none has the name itself.
   */
  Map<String, String> meant(List<String> sent) {
    Map<String, String> meant = new HashMap<>();
    for (String name : KnownFiles.WITH_ROWS) {
      List<String> like = sent.stream().filter(each -> isLike(each, name)).toList();
      if (!sent.contains(name) && like.size() == 1) {
        meant.put(like.get(0), name);
      }
    }
    return meant;
  }

  private boolean isLike(String sent, String name) {
    String lower = sent.toLowerCase(Locale.ROOT);
    String stem = name.substring(0, name.length() - ".csv".length());
    return !known(lower)
        && lower.endsWith(".csv")
        && lower.startsWith(stem)
        && !Character.isLetterOrDigit(lower.charAt(stem.length()))
        && longest(lower).equals(Optional.of(name));
  }

  private static Optional<String> longest(String lower) {
    return KnownFiles.WITH_ROWS.stream()
        .filter(name -> lower.startsWith(name.substring(0, name.length() - ".csv".length())))
        .max((a, b) -> Integer.compare(a.length(), b.length()));
  }
}
