package org.victimfirst.api.intake;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** One record of a file, after the checks of its columns. */
@ProviderType
public interface ExtractRow {
  /** Number of the data record in its file, from 1, the header not counted. */
  long record();

  /** Physical line on which the record begins; the header is line 1. */
  long line();

  /** The record's key: its first column. */
  String key();

  /** A cell, an empty string when nothing is recorded. */
  String get(String column);

  /** A date cell, or null when it is empty. */
  @Nullable LocalDate date(String column);

  /** A time cell, or null when it is empty. */
  @Nullable LocalDateTime time(String column);

  /** A hash of all cells as they came, to tell a changed row from the same one. */
  long contentHash();
}
