package org.victimfirst.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.persistence.OptimisticLockException;
import javax.persistence.RollbackException;
import org.junit.jupiter.api.Test;
import org.victimfirst.api.event.Event;
import org.victimfirst.api.event.EventHandler;
import org.victimfirst.api.job.JobHandler;
import org.victimfirst.api.job.JobRun;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.security.Call;

class TestDatabaseDbTest {
  record ParcelPacked(long subjectId) implements Event {}

  @OnEachDatabase
  void entityAndEventAreWrittenInOneTransaction(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "sample")) {
      long id = test.ids().next();
      test.jpa("sample")
          .tx(
              em -> {
                em.persist(new Parcel(id, "first", "long ".repeat(10_000)));
                em.flush();
                Connection connection = em.unwrap(Connection.class);
                try {
                  test.outbox().publish(connection, new ParcelPacked(id));
                  test.audit()
                      .record(
                          connection,
                          Call.system("job"),
                          "sample.parcel.packed",
                          "parcel",
                          id,
                          Map.of());
                } catch (SQLException e) {
                  throw new IllegalStateException(e);
                }
              });
      assertThat(count(test, "SELECT COUNT(*) FROM sample.parcel WHERE label LIKE ?", "fi%"))
          .isOne();
      assertThat(
              count(
                  test,
                  "SELECT COUNT(*) FROM platform.outbox WHERE topic = ?",
                  "victimfirst/testing/ParcelPacked"))
          .isOne();
      assertThat(test.audit().actions()).containsExactly("sample.parcel.packed");
    }
  }

  @OnEachDatabase
  void whoeverComesSecondIsTold(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "sample")) {
      test.jpa("sample").tx(em -> em.persist(new Parcel(1, "first", "")));
      Parcel mine = test.jpa("sample").txExpr(em -> em.find(Parcel.class, 1L));
      test.jpa("sample").tx(em -> em.find(Parcel.class, 1L).relabel("theirs"));
      mine.relabel("mine");

      assertThatThrownBy(() -> test.jpa("sample").tx(em -> em.merge(mine)))
          .isInstanceOfAny(OptimisticLockException.class, RollbackException.class);
      assertThat(test.jpa("sample").txExpr(em -> em.find(Parcel.class, 1L)).label())
          .isEqualTo("theirs");
      assertThat(test.jpa("sample").txExpr(em -> em.find(Parcel.class, 1L)).version()).isEqualTo(2);
    }
  }

  @OnEachDatabase
  void jobsAreRunAndEventsDelivered(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "sample")) {
      long job =
          test.database()
              .write(
                  connection -> {
                    test.outbox()
                        .publish(connection, List.of(new ParcelPacked(1), new ParcelPacked(2)));
                    return test.jobs().submit(connection, "sample.pack", 7);
                  });
      List<Long> seen = new CopyOnWriteArrayList<>();
      test.runJobs(
          new JobHandler() {
            @Override
            public String type() {
              return "sample.pack";
            }

            @Override
            public void run(JobRun run) {
              seen.add(run.subjectId());
            }
          });
      assertThat(test.jobs().find(job).orElseThrow().status()).isEqualTo("done");
      test.deliver(
          "sample",
          new EventHandler<ParcelPacked>() {
            @Override
            public Class<ParcelPacked> type() {
              return ParcelPacked.class;
            }

            @Override
            public void handle(ParcelPacked event) {
              seen.add(event.subjectId());
            }
          });
      assertThat(seen).containsExactly(7L, 1L, 2L);
      assertThat(test.publishedTopics())
          .containsExactly("victimfirst/testing/ParcelPacked", "victimfirst/testing/ParcelPacked");
    }
  }

  @Test
  void unknownModuleIsNamed() {
    assertThatThrownBy(() -> TestDatabase.derby("nowhere"))
        .hasMessageContaining("nowhere")
        .hasMessageContaining("VictimFirst-Schema");
  }

  private static long count(TestDatabase test, String sql, String argument) {
    return test.database()
        .read(
            connection -> {
              try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setString(1, argument);
                try (ResultSet row = select.executeQuery()) {
                  row.next();
                  return row.getLong(1);
                }
              }
            });
  }
}
