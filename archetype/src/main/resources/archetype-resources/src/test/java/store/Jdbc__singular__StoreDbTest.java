package ${package}.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ${package}.fixture.Test${module}.CASEWORKER;
import static ${package}.fixture.Test${module}.CLOSED;
import static ${package}.fixture.Test${module}.COLLEAGUE;
import static ${package}.fixture.Test${module}.OPEN;
import static ${package}.fixture.Test${module}.TODAY;
import static ${package}.fixture.Test${module}.note;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.persistence.StaleVersionException;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.api.rest.ProblemException;
import ${package}.domain.${singular};
import ${package}.domain.${singular}Details;
import ${package}.domain.${singular}Store;
import ${package}.domain.${singular}Work;
import ${package}.domain.RefusedException;
import ${package}.fixture.Test${module};
import ${package}.privacy.${module}SubjectData;
import org.victimfirst.testing.OnEachDatabase;

class Jdbc${singular}StoreDbTest {
  @OnEachDatabase
  void whatIsStoredIsFoundAsItWas(Dialect dialect) {
    try (Test${module} test = new Test${module}(dialect)) {
      ${singular} stored = test.work().add(CASEWORKER, OPEN, note("Asked for a call"));

      assertThat(stored.id()).isPositive();
      assertThat(stored.version()).isEqualTo(1);
      assertThat(stored.recordedByName()).isEqualTo("Alex Example");
      assertThat(test.work().find(COLLEAGUE, stored.id())).isEqualTo(stored);
      assertThat(test.database().audit().actions())
          .containsExactly("${name}.${snake}.recorded", "${name}.${snake}.read");
      assertThat(test.database().audit().entries().get(0).inTransaction()).isTrue();
    }
  }

  @OnEachDatabase
  void listsComeInPagesTheNewestFirst(Dialect dialect) {
    try (Test${module} test = new Test${module}(dialect)) {
      ${singular}Work work = test.work();
      ${singular} old = work.add(CASEWORKER, OPEN, new ${singular}Details(TODAY.minusDays(3), "Old"));
      ${singular} mine = work.add(CASEWORKER, OPEN, note("New"));
      ${singular} other = work.add(COLLEAGUE, OPEN, new ${singular}Details(TODAY.minusDays(1), "Between"));

      Paged<${singular}> first = work.ofCase(CASEWORKER, OPEN, 1, 2);

      assertThat(first.items()).containsExactly(mine, other);
      assertThat(first.total()).isEqualTo(3);
      assertThat(work.ofCase(CASEWORKER, OPEN, 2, 2).items()).containsExactly(old);
      assertThat(work.ofCase(CASEWORKER, CLOSED, 1, 2).items()).isEmpty();
      assertThat(work.ofCaller(CASEWORKER, 1, 20).items()).containsExactly(mine, old);
    }
  }

  @OnEachDatabase
  void changeFromAnOlderVersionIsRefused(Dialect dialect) {
    try (Test${module} test = new Test${module}(dialect)) {
      ${singular} first = test.work().add(CASEWORKER, OPEN, note("First"));
      ${singular} second = test.work().change(COLLEAGUE, first.id(), 1, note("Second"));

      assertThat(second.version()).isEqualTo(2);
      assertThat(second.recordedByName()).isEqualTo("Kim Example");
      assertThatThrownBy(() -> test.work().change(CASEWORKER, first.id(), 1, note("Third")))
          .isInstanceOf(StaleVersionException.class);
      assertThatThrownBy(() -> test.store().change(CASEWORKER, first))
          .isInstanceOf(StaleVersionException.class);
      assertThat(test.work().find(CASEWORKER, first.id())).isEqualTo(second);
    }
  }

  @OnEachDatabase
  void whatDoesNotFitIsRefused(Dialect dialect) {
    try (Test${module} test = new Test${module}(dialect)) {
      ${singular}Details wrong = new ${singular}Details(TODAY.plusDays(1), " ");

      assertThatThrownBy(() -> test.work().add(CASEWORKER, OPEN, wrong))
          .isInstanceOf(RefusedException.class)
          .hasMessage("future_date, missing");
      assertThatThrownBy(() -> test.work().add(CASEWORKER, CLOSED, note("Too late")))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("The case is closed");
      assertThatThrownBy(() -> test.work().add(CASEWORKER, 3, note("Nowhere")))
          .isInstanceOf(ProblemException.class)
          .hasMessage("There is no such case.");
      assertThat(test.work().ofCase(CASEWORKER, OPEN, 1, 20).total()).isZero();
    }
  }

  @OnEachDatabase
  void aPersonsDataAreGivenAndErased(Dialect dialect) {
    try (Test${module} test = new Test${module}(dialect)) {
      ${singular}Store store = test.store();
      test.work().add(CASEWORKER, OPEN, note("Asked for a call"));
      ${module}SubjectData data = new ${module}SubjectData(store);
      Set<Long> cases = Set.of(OPEN, CLOSED);
      long person = OPEN + 1_000;

      Map<String, Iterable<Map<String, String>>> given =
          test.database().database().read(c -> data.export(c, person, cases));
      int erased = test.database().database().write(c -> data.erase(c, person, cases));

      assertThat(given)
          .containsEntry(
              "${title}",
              List.of(
                  Map.of(
                      "Day", "9 July 2020",
                      "Note", "Asked for a call",
                      "Recorded by", "Alex Example")));
      assertThat(erased).isEqualTo(1);
      assertThat(test.database().database().<Boolean>read(c -> data.holds(c, person, cases)))
          .isFalse();
    }
  }
}
