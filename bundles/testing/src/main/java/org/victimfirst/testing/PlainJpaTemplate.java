package org.victimfirst.testing;

import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.apache.aries.jpa.template.EmConsumer;
import org.apache.aries.jpa.template.EmFunction;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.jspecify.annotations.Nullable;

/**
 * What Aries JPA does for RESOURCE_LOCAL units in the framework: one entity manager per thread and
 * outermost call, a transaction around it for {@code Required}.
 */
final class PlainJpaTemplate implements JpaTemplate {
  private final EntityManagerFactory factory;
  private final ThreadLocal<@Nullable EntityManager> current = new ThreadLocal<>();

  PlainJpaTemplate(EntityManagerFactory factory) {
    this.factory = factory;
  }

  @Override
  public <R> R txExpr(TransactionType type, EmFunction<R> code) {
    boolean transactional = type == TransactionType.Required || type == TransactionType.RequiresNew;
    EntityManager outer = current.get();
    if (outer != null && type != TransactionType.RequiresNew) {
      return transactional ? inTransaction(outer, code) : code.apply(outer);
    }
    EntityManager own = factory.createEntityManager();
    current.set(own);
    try {
      return transactional ? inTransaction(own, code) : code.apply(own);
    } finally {
      own.close();
      if (outer == null) {
        current.remove();
      } else {
        current.set(outer);
      }
    }
  }

  private static <R> R inTransaction(EntityManager em, EmFunction<R> code) {
    if (em.getTransaction().isActive()) {
      return code.apply(em);
    }
    em.getTransaction().begin();
    try {
      R result = code.apply(em);
      em.getTransaction().commit();
      return result;
    } catch (Throwable e) {
      if (em.getTransaction().isActive()) {
        em.getTransaction().rollback();
      }
      throw e;
    }
  }

  @Override
  public void tx(TransactionType type, EmConsumer code) {
    txExpr(
        type,
        em -> {
          code.accept(em);
          return Boolean.TRUE;
        });
  }

  @Override
  public <R> R txExpr(EmFunction<R> code) {
    return txExpr(TransactionType.Required, code);
  }

  @Override
  public void tx(EmConsumer code) {
    tx(TransactionType.Required, code);
  }
}
