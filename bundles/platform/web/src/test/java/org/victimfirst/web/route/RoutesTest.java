package org.victimfirst.web.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.PageSet;
import org.victimfirst.api.web.Route;

class RoutesTest {
  private final Routes routes = new Routes();

  private static PageSet set(String... paths) {
    return () ->
        List.of(paths).stream()
            .map(path -> Route.get(path, "a:b", r -> PageResponse.redirect("/")))
            .toList();
  }

  private String found(String path) {
    return routes.find("GET", path).map(m -> m.route().path()).orElse("none");
  }

  @Test
  void takesOneSegmentForAName() {
    routes.add(set("/needs/{id}/edit"), "needs", 1, false);

    assertThat(routes.find("GET", "/needs/12/edit").orElseThrow().segments())
        .containsEntry("id", "12");
    assertThat(found("/needs/1/2/edit")).isEqualTo("none");
    assertThat(found("/needs//edit")).isEqualTo("none");
    assertThat(routes.find("POST", "/needs/12/edit")).isEmpty();
    assertThat(routes.methods("/needs/12/edit")).containsExactly("GET");
  }

  @Test
  void takesWhatFitsAnExpression() {
    routes.add(
        set("/reporting/{from:[0-9]{4}-[0-9-]+}", "/reporting/{file:[0-9-]+[.]csv}"),
        "reporting",
        1,
        false);

    assertThat(found("/reporting/2020-04-01")).isEqualTo("/reporting/{from:[0-9]{4}-[0-9-]+}");
    assertThat(found("/reporting/2020-04-01.csv")).isEqualTo("/reporting/{file:[0-9-]+[.]csv}");
    assertThat(found("/reporting/latest")).isEqualTo("none");
  }

  @Test
  void prefersTheMoreExact() {
    routes.add(
        set("/cases/{id}", "/cases/new", "/cases/{id}/{tab}", "/cases/{id}/close"),
        "cases",
        1,
        false);

    assertThat(found("/cases/new")).isEqualTo("/cases/new");
    assertThat(found("/cases/1/close")).isEqualTo("/cases/{id}/close");
    assertThat(found("/cases/1/needs")).isEqualTo("/cases/{id}/{tab}");
  }

  @Test
  void givesAnAddressBackWhenItsOwnerLeaves() {
    PageSet first = set("/a/{x}");
    PageSet second = set("/a/{y}");
    routes.add(second, "a", 2, false);
    routes.add(first, "a", 1, false);
    assertThat(found("/a/1")).isEqualTo("/a/{x}");

    routes.remove(first);

    assertThat(found("/a/1")).isEqualTo("/a/{y}");
    routes.remove(second);
    assertThat(routes.find("GET", "/a/1")).isEmpty();
  }

  @Test
  void refusesMalformedPaths() {
    assertThatThrownBy(() -> routes.add(set("needs"), "needs", 1, false))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> routes.add(set("/needs/{id"), "needs", 1, false))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(found("/needs")).isEqualTo("none");
  }

  @Test
  void treatsSignsOfExpressionsAsText() {
    routes.add(set("/a.b/c+d"), "a.b", 1, false);

    assertThat(found("/a.b/c+d")).isEqualTo("/a.b/c+d");
    assertThat(found("/aXb/c+d")).isEqualTo("none");
  }

  @ParameterizedTest
  @CsvSource({
    "needs, /needs",
    "needs, /needs/assessments/{id}",
    "needs, /cases/{caseId}/needs/new",
    "cases, /cases/{caseId}/notes",
    "cases, /find",
    "security, /admin/people"
  })
  void takesWhatIsAModulesOwn(String module, String path) {
    routes.add(set(path), module, 1, false);

    assertThat(routes.all()).extracting(match -> match.route().path()).containsExactly(path);
  }

  @ParameterizedTest
  @CsvSource({
    "needs, /",
    "needs, /find",
    "needs, /needs-of-others",
    "needs, /intake/needs",
    "needs, /cases/needs",
    "needs, /cases/{caseId}/close",
    "needs, /admin/people",
    "cases, /needs/samples"
  })
  void refusesWhatBelongsToAnother(String module, String path) {
    PageSet taking = set("/" + module + "/good", path);

    assertThatThrownBy(() -> routes.add(taking, module, 1, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(path + " is not an address of module " + module);
    assertThat(routes.all()).isEmpty();
  }
}
