package org.victimfirst.cases.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.cases.SafeContact;

/**
 * A referral as it was received. Personal data; whoever shows it leaves out what is to be hidden.
 *
 * @param id the referral's id
 * @param personId the person it is about
 * @param person as the referrer told
 * @param others ways to reach the person that are others than those stored by now
 * @param waiting whether somebody has to compare them yet
 * @param referral what was referred
 * @param safeContact how the person may be contacted today, by all that was answered so far
 * @param caseId the case that was opened from it, or null
 * @param cases all cases of the person, the newest first
 */
public record ReceivedReferral(
    long id,
    long personId,
    PersonDetails person,
    List<String> others,
    boolean waiting,
    ReferralDetails referral,
    SafeContact safeContact,
    @Nullable Long caseId,
    List<KnownPerson.CaseName> cases) {
  /** Copies the cases. */
  public ReceivedReferral {
    others = List.copyOf(others);
    cases = List.copyOf(cases);
  }
}
