package org.victimfirst.cases.domain;

import org.jspecify.annotations.Nullable;

/**
 * A referral to be recorded.
 *
 * @param personId a person who is known already, or 0 for a new one
 * @param person as the referrer told
 * @param referral what was referred
 * @param demographics answers for equality monitoring, or null when nobody asked; of a known person
 *     they add what is not recorded and replace nothing
 */
public record NewReferral(
    long personId,
    PersonDetails person,
    ReferralDetails referral,
    @Nullable Demographics demographics) {}
