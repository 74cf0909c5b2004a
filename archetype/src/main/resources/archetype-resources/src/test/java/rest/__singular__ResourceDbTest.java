package ${package}.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static ${package}.fixture.Test${module}.CASEWORKER;
import static ${package}.fixture.Test${module}.OPEN;
import static ${package}.fixture.Test${module}.TODAY;

import java.util.List;
import javax.ws.rs.core.Response;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.api.rest.ProblemException;
import ${package}.fixture.Test${module};
import org.victimfirst.testing.OnEachDatabase;

class ${singular}ResourceDbTest {
  @OnEachDatabase
  void oneIsAddedReadListedAndChanged(Dialect dialect) {
    try (Test${module} test = new Test${module}(dialect)) {
      ${singular}Resource resource = resource(test);

      Response added = resource.add(OPEN, new ${singular}Body(TODAY, " Asked for a call "));

      assertThat(added.getStatus()).isEqualTo(201);
      ${singular}View view = (${singular}View) added.getEntity();
      long id = Long.parseLong(view.id());
      assertThat(added.getLocation()).hasPath("records/" + id);
      assertThat(view.note()).isEqualTo("Asked for a call");
      assertThat(resource.find(id)).isEqualTo(view);
      Paged<${singular}View> listed = resource.ofCase(OPEN, 1, 50);
      assertThat(listed.items()).containsExactly(view);
      assertThat(listed.total()).isEqualTo(1);
      ${singular}View changed = resource.change(id, "\"1\"", new ${singular}Body(TODAY, "Was called"));
      assertThat(changed.version()).isEqualTo(2);
      assertThat(resource.find(id).note()).isEqualTo("Was called");
    }
  }

  @OnEachDatabase
  void whatCannotBeTakenIsAProblem(Dialect dialect) {
    try (Test${module} test = new Test${module}(dialect)) {
      ${singular}Resource resource = resource(test);
      ${singular}Body wrong = new ${singular}Body(TODAY.plusDays(1), null);

      ProblemException problem = problem(() -> resource.add(OPEN, wrong));

      assertThat(problem.status()).isEqualTo(422);
      assertThat(problem.code()).isEqualTo("future_date");
      assertThat((List<?>) problem.members().get("errors")).hasSize(2);
      assertThat(problem(() -> resource.add(OPEN, null)).code()).isEqualTo("body_missing");
      ${singular}Body noDay = new ${singular}Body(null, "Note");
      assertThat(problem(() -> resource.add(OPEN, noDay)).code()).isEqualTo("missing");
      assertThat(problem(() -> resource.change(1, null, wrong)).status()).isEqualTo(428);
      assertThat(problem(() -> resource.find(1)).status()).isEqualTo(404);
    }
  }

  private static ${singular}Resource resource(Test${module} test) {
    return new ${singular}Resource(test.work(), () -> CASEWORKER);
  }

  private static ProblemException problem(ThrowingCallable work) {
    return catchThrowableOfType(ProblemException.class, work);
  }
}
