package org.victimfirst.cases.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import javax.persistence.OptimisticLockException;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.persistence.DatabaseException;
import org.victimfirst.api.persistence.StaleVersionException;
import org.victimfirst.api.rest.ProblemException;

/** Changes single cases and people in one transaction each, entities and plain rows together. */
@Component(service = CaseStore.class)
public final class CaseStore {
  private final JpaTemplate jpa;
  private final Journal journal;

  @Activate
  public CaseStore(
      @Reference(target = "(osgi.unit.name=cases)") JpaTemplate jpa, @Reference Journal journal) {
    this.jpa = jpa;
    this.journal = journal;
  }

  /** Work in one transaction. */
  @FunctionalInterface
  interface Work<T extends @Nullable Object> {
    T in(Unit unit) throws SQLException;
  }

  /** Runs work in one transaction; all or nothing. */
  <T extends @Nullable Object> T write(Work<T> work) {
    return jpa.txExpr(TransactionType.Required, em -> run(em, work));
  }

  private <T extends @Nullable Object> T run(EntityManager em, Work<T> work) {
    Unit unit = new Unit(em, journal);
    try {
      T result = work.in(unit);
      em.flush();
      return result;
    } catch (OptimisticLockException e) {
      StaleVersionException stale = new StaleVersionException(unit.subject, unit.subjectId);
      stale.addSuppressed(e);
      throw stale;
    } catch (SQLException e) {
      throw new DatabaseException("The database refused a change of a case", e);
    }
  }

  /** One transaction. */
  static final class Unit {
    private final EntityManager em;
    private final Journal journal;
    private String subject = "case";
    private long subjectId;

    private Unit(EntityManager em, Journal journal) {
      this.em = em;
      this.journal = journal;
    }

    /** The transaction's connection; what the entities have so far is written before. */
    Connection connection() {
      em.flush();
      return em.unwrap(Connection.class);
    }

    /** A case, whose version goes up with this transaction. */
    CaseEntity changeCase(long id) {
      CaseEntity found = em.find(CaseEntity.class, id);
      if (found == null) {
        throw ProblemException.notFound("There is no such case.");
      }
      subject = "case";
      subjectId = id;
      em.lock(found, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
      return found;
    }

    /** A case that is still as the caller saw it. */
    CaseEntity changeCase(long id, int version) {
      CaseEntity found = changeCase(id);
      if (found.version != version) {
        throw new StaleVersionException("case", id);
      }
      return found;
    }

    /** The person of a case, whose version goes up with this transaction. */
    PersonEntity changePerson(CaseEntity aCase, int version) {
      PersonEntity found = person(aCase.personId);
      if (found.version != version) {
        throw new StaleVersionException("person", found.id);
      }
      return found;
    }

    /** A person who is worked on, and whose version goes up with this transaction. */
    PersonEntity person(long id) {
      PersonEntity found = em.find(PersonEntity.class, id);
      if (found == null) {
        throw ProblemException.notFound("There is no such person.");
      }
      subject = "person";
      subjectId = id;
      em.lock(found, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
      found.workedOn(journal.id());
      return found;
    }

    /** A case that is only read. */
    CaseEntity readCase(long id) {
      CaseEntity found = em.find(CaseEntity.class, id);
      if (found == null) {
        throw ProblemException.notFound("There is no such case.");
      }
      return found;
    }

    /** A person who is only read. */
    PersonEntity readPerson(long id) {
      PersonEntity found = em.find(PersonEntity.class, id);
      if (found == null) {
        throw ProblemException.notFound("There is no such person.");
      }
      return found;
    }

    void add(Object entity) {
      em.persist(entity);
    }
  }
}
