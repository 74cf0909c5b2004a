package org.victimfirst.rules.broken.store;

import javax.persistence.Entity;
import org.victimfirst.rules.broken.domain.Referral;

/** A row that knows the domain. */
@Entity
public class ReferralEntity {
  static final Class<?> KIND = Referral.class;
}
