package org.victimfirst.cases.store;

import java.time.LocalDateTime;

/** What opening a case has to know of its referral. */
record ReferralHead(
    long id,
    String area,
    long personId,
    String occurrenceType,
    String source,
    LocalDateTime receivedAt) {}
