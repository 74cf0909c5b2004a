package org.victimfirst.cases.domain;

import java.time.LocalDateTime;
import java.util.List;

/**
 * A note and what was added to it. Notes are never changed.
 *
 * @param id its id
 * @param body what was written; personal data
 * @param writtenBy login of who wrote it
 * @param writtenAt local time
 * @param amendments what was added to it later, oldest first
 */
public record Note(
    long id, String body, String writtenBy, LocalDateTime writtenAt, List<Note> amendments) {
  /** Copies the amendments. */
  public Note {
    amendments = List.copyOf(amendments);
  }
}
