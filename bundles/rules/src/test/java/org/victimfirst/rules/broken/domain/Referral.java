package org.victimfirst.rules.broken.domain;

import org.victimfirst.rules.broken.store.ReferralEntity;

/** A rule of the domain that knows the store, and JPA with it. */
public final class Referral {
  private Referral() {}

  static String kindOf(ReferralEntity stored) {
    return stored.getClass().getAnnotation(javax.persistence.Entity.class).name();
  }
}
