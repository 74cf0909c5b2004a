package org.victimfirst.cases.domain;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.api.security.Call;

/** Takes in referrals, one by one, and offers people who may be one for review. */
public interface Referrals {
  /**
   * Records a referral. Needs {@code cases:write}. A new person who may be known already is offered
   * for review.
   *
   * @return the referral's id
   */
  long receive(Call call, NewReferral referral);

  /**
   * People who may be the one that is described, the likeliest first, ten at most. Needs {@code
   * cases:search}; records the search.
   */
  List<KnownPerson> known(Call call, PersonDetails person);

  /**
   * One referral as it was received. Needs {@code cases:read}; records the reading.
   *
   * @return empty when there is none
   */
  Optional<ReceivedReferral> find(Call call, long referralId);

  /** Referrals without a case, oldest first. Needs {@code cases:read}; records the reading. */
  Paged<Waiting> waiting(Call call, int page, int size);

  /** How many referrals wait for a case. It names nobody, so it is not recorded. */
  long countWaiting(Call call);

  /**
   * Pairs of people who may be one, oldest first. Needs {@code cases:read}; records the reading.
   */
  Paged<PossibleDuplicate> possibleDuplicates(Call call, int page, int size);

  /**
   * Decides about a pair. Needs {@code cases:write}. Linking changes neither person and can be
   * taken back by deciding {@code open}. A pair that somebody else has decided otherwise meanwhile
   * is refused with 409 {@code pair_decided} and the member {@code decision}, which stands.
   *
   * @param decision {@code linked}, {@code different} or {@code open}
   */
  void decide(Call call, long pairId, String decision);

  /**
   * A referral without a case.
   *
   * @param referralId its id
   * @param receivedAt local time
   * @param personName the person's name
   * @param occurrenceType code of {@code occurrence_type}
   * @param source code of {@code referral_source}
   */
  record Waiting(
      long referralId,
      LocalDateTime receivedAt,
      String personName,
      String occurrenceType,
      String source) {}

  /**
   * Two people who may be one.
   *
   * @param id the pair's id
   * @param personId the newer one
   * @param otherPersonId the other one
   * @param personName name of the newer one
   * @param otherPersonName name of the other one
   * @param grounds why: {@code same_contact}, {@code same_birth}, {@code same_name}, {@code
   *     similar_name}, {@code names_swapped}
   * @param status {@code open}, {@code linked} or {@code different}
   */
  record PossibleDuplicate(
      long id,
      long personId,
      long otherPersonId,
      String personName,
      String otherPersonName,
      List<String> grounds,
      String status) {
    /** Copies the grounds. */
    public PossibleDuplicate {
      grounds = List.copyOf(grounds);
    }
  }
}
