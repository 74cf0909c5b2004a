package org.victimfirst.needs.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.persistence.EntityManager;
import javax.persistence.OptimisticLockException;
import javax.persistence.PersistenceException;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.area.AreaProfiles;
import org.victimfirst.api.persistence.Ids;
import org.victimfirst.api.persistence.StaleVersionException;
import org.victimfirst.api.security.Audit;
import org.victimfirst.api.security.Call;
import org.victimfirst.needs.domain.AssessmentHistory;
import org.victimfirst.needs.domain.AssessmentStore;
import org.victimfirst.needs.domain.NeedFact;
import org.victimfirst.needs.domain.NeedScale;
import org.victimfirst.needs.domain.NeedsAssessment;

/** Assessments through JPA; audit and facts on the same connection, so in the same transaction. */
@Component
public final class JpaAssessmentStore implements AssessmentStore {
  private static final String DUPLICATE = "23505";

  /** Both databases name the constraint in the message, each in letters of its own. */
  private static final String PLACE = "assessment_place";

  private final JpaTemplate jpa;
  private final Ids ids;
  private final Audit audit;
  private final AreaProfiles profiles;

  /** For the platform. */
  @Activate
  public JpaAssessmentStore(
      @Reference(target = "(osgi.unit.name=needs)") JpaTemplate jpa,
      @Reference Ids ids,
      @Reference Audit audit,
      @Reference AreaProfiles profiles) {
    this.jpa = jpa;
    this.ids = ids;
    this.audit = audit;
    this.profiles = profiles;
  }

  @Override
  public AssessmentHistory ofCase(long caseId) {
    return jpa.txExpr(TransactionType.Required, em -> history(em, caseId));
  }

  @Override
  public Optional<NeedsAssessment> find(long id) {
    return jpa.txExpr(
        TransactionType.Required,
        em ->
            Optional.ofNullable(em.find(AssessmentEntity.class, id))
                .map(AssessmentEntity::toAssessment));
  }

  @Override
  public NeedsAssessment add(Call call, String act, NeedsAssessment assessment) {
    try {
      return write(
          call,
          act,
          assessment,
          em -> {
            AssessmentEntity entity = new AssessmentEntity(ids.next(), assessment);
            em.persist(entity);
            return entity;
          });
    } catch (PersistenceException e) {
      if (placeTaken(e)) {
        throw stale(assessment, e);
      }
      throw e;
    }
  }

  @Override
  public NeedsAssessment change(Call call, String act, NeedsAssessment assessment) {
    return write(
        call,
        act,
        assessment,
        em -> {
          AssessmentEntity entity = sameVersion(em, assessment);
          entity.save(assessment);
          return entity;
        });
  }

  @Override
  public void remove(Call call, String act, NeedsAssessment assessment) {
    write(
        call,
        act,
        assessment,
        em -> {
          AssessmentEntity entity = sameVersion(em, assessment);
          em.remove(entity);
          return entity;
        });
  }

  private NeedsAssessment write(
      Call call,
      String act,
      NeedsAssessment assessment,
      Function<EntityManager, AssessmentEntity> work) {
    try {
      return jpa.txExpr(
          TransactionType.Required,
          em -> {
            lock(em, assessment.caseId());
            AssessmentEntity entity = work.apply(em);
            em.flush();
            NeedsAssessment stored = entity.toAssessment();
            afterwards(em, call, act, stored);
            return stored;
          });
    } catch (OptimisticLockException e) {
      throw stale(assessment, e);
    }
  }

  private static void lock(EntityManager em, long caseId) {
    try {
      NeedFacts.lock(em.unwrap(Connection.class), List.of(caseId));
    } catch (SQLException e) {
      throw new PersistenceException("The facts of a case cannot be locked", e);
    }
  }

  private void afterwards(EntityManager em, Call call, String act, NeedsAssessment stored) {
    Connection connection = em.unwrap(Connection.class);
    try {
      NeedFacts.put(
          connection,
          List.of(NeedFact.of(history(em, stored.caseId()), NeedScale.of(profiles.current()))));
      audit.record(
          connection,
          call,
          act,
          "needs_assessment",
          stored.id(),
          Map.of("case_id", Long.toString(stored.caseId()), "stage", stored.stage().code()));
    } catch (SQLException e) {
      throw new PersistenceException("The facts of an assessment cannot be written", e);
    }
  }

  private static AssessmentHistory history(EntityManager em, long caseId) {
    List<NeedsAssessment> assessments =
        em.createQuery(
                "select a from AssessmentEntity a where a.caseId = :caseId", AssessmentEntity.class)
            .setParameter("caseId", caseId)
            .getResultStream()
            .map(AssessmentEntity::toAssessment)
            .toList();
    return new AssessmentHistory(caseId, assessments);
  }

  private static AssessmentEntity sameVersion(EntityManager em, NeedsAssessment assessment) {
    AssessmentEntity entity = em.find(AssessmentEntity.class, assessment.id());
    if (entity == null || entity.version() != assessment.version()) {
      throw new StaleVersionException("Needs assessment", assessment.id());
    }
    return entity;
  }

  /** Whether somebody was first with the next assessment; all else that is refused is a defect. */
  private static boolean placeTaken(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && DUPLICATE.equals(sql.getSQLState())
          && String.valueOf(sql.getMessage()).toLowerCase(Locale.ROOT).contains(PLACE)) {
        return true;
      }
    }
    return false;
  }

  private static StaleVersionException stale(NeedsAssessment assessment, Exception cause) {
    StaleVersionException stale = new StaleVersionException("Needs assessment", assessment.id());
    stale.initCause(cause);
    return stale;
  }
}
