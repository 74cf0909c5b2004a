package org.victimfirst.api.event;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Something that happened, as a record in the past tense with ids, codes and dates only: no
 * personal data. Components are {@code long}, {@code int}, {@code boolean}, {@code String}, {@code
 * LocalDate} or {@code LocalDateTime}. The topic is {@code victimfirst/MODULE/RecordName}, from the
 * record's package and name.
 */
@ConsumerType
public interface Event {
  /** Id of what it happened to, such as the case. */
  long subjectId();
}
