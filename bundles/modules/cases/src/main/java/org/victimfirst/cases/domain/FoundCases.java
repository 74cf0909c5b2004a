package org.victimfirst.cases.domain;

import java.util.List;

/**
 * What a search found, under a token: what was typed is personal data and never part of an address.
 * A token is its finder's only and ends after half an hour.
 */
public interface FoundCases {
  /**
   * Keeps what was found.
   *
   * @return the token
   */
  String keep(long userId, List<Long> caseIds);

  /** What was found; nothing for a token that is unknown, over or somebody else's. */
  List<Long> of(long userId, String token);
}
