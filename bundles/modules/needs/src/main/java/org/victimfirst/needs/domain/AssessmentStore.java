package org.victimfirst.needs.domain;

import java.util.Optional;
import org.victimfirst.api.security.Call;

/**
 * Keeps assessments. Each change is one transaction, with its audit row and the case's {@link
 * NeedFact}.
 */
public interface AssessmentStore {
  /** The assessments of a case, drafts too. */
  AssessmentHistory ofCase(long caseId);

  /** One assessment. */
  Optional<NeedsAssessment> find(long id);

  /**
   * Stores a new one.
   *
   * @param act what is done, for the audit
   * @return as stored, with its id
   * @throws org.victimfirst.api.persistence.StaleVersionException when somebody else took its place
   *     in the case meanwhile
   */
  NeedsAssessment add(Call call, String act, NeedsAssessment assessment);

  /**
   * Stores the answers of one that exists.
   *
   * @throws org.victimfirst.api.persistence.StaleVersionException when its version is not the
   *     stored one
   */
  NeedsAssessment change(Call call, String act, NeedsAssessment assessment);

  /**
   * Removes one.
   *
   * @throws org.victimfirst.api.persistence.StaleVersionException when its version is not the
   *     stored one
   */
  void remove(Call call, String act, NeedsAssessment assessment);
}
