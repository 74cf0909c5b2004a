package org.victimfirst.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Changes that do not succeed: what is said afterwards is what stands. */
@Execution(ExecutionMode.CONCURRENT)
class FailedChangeTest {
  private static final String NEEDS = "/api/v1/needs/changes?from=2020-04-01&to=2020-06-30";
  private static final String MIGRATION = "V900__added.sql";
  private static final String SQL =
      "CREATE TABLE needs.added (id BIGINT NOT NULL, CONSTRAINT added_pk PRIMARY KEY (id));";

  @ParameterizedTest
  @EnumSource(Store.class)
  void whatIsSaidIsWhatStands(Store store) {
    try (Instance instance = Instance.empty(store)) {
      String token = People.token(instance, "senior_caseworker");
      goesBack(instance, token);
      cannotGoBack(instance);
      comesOn(instance, token);
      keepsWhatASpoiltFileWouldReplace(instance, token);
      leavesThePlatformAlone(instance, token);
    }
  }

  /** Without a migration the version before is put back, and serves. */
  private static void goesBack(Instance instance, String token) {
    Path file = ModuleFile.changed("needs", "0.1.1").unstartable().write();

    Launch.Result failed = Launch.module(instance, "update", file.toString());

    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.output()).contains("Unstartable did not start", "Everything is as before.");
    serves(instance, token, ModuleFile.BUILT);
  }

  /**
   * After its migration the version before cannot come back: the new one stays, and that is said.
   */
  private static void cannotGoBack(Instance instance) {
    Path file =
        ModuleFile.changed("needs", "0.1.2").migrating(MIGRATION, SQL).unstartable().write();

    Launch.Result failed = Launch.module(instance, "update", file.toString());

    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.output())
        .contains(
            "Unstartable did not start",
            "needs 0.1.0 cannot use them any more",
            "needs 0.1.2 is installed and does not run",
            "Update it to a version that starts, or restore a backup from before.")
        .doesNotContain("as before.");
    JsonNode needs = instance.get("/api/v1/modules/needs").json();
    assertThat(needs.path("version").asText()).isEqualTo("0.1.2");
    assertThat(needs.path("state").asText()).isEqualTo("failed");
    assertThat(needs.path("schemaVersion").asText()).isEqualTo("900");
  }

  /** The way out that was named is one. */
  private static void comesOn(Instance instance, String token) {
    Path file = ModuleFile.changed("needs", "0.1.3").migrating(MIGRATION, SQL).write();

    Launch.Result done = Launch.module(instance, "update", file.toString());

    assertThat(done.code()).as(done.output()).isZero();
    serves(instance, token, "0.1.3");
  }

  /**
   * A file of the same name that is no module, or another one, takes nothing from what is there.
   */
  private static void keepsWhatASpoiltFileWouldReplace(Instance instance, String token) {
    String name = ModuleFile.changed("needs", "0.1.3").name();
    Launch.Result half = Launch.module(instance, "update", named(name).toString());
    assertThat(half.code()).isEqualTo(1);
    assertThat(half.output()).contains("it is not a zip");

    Path other = named(name);
    try {
      Files.copy(ModuleFile.built("reporting"), other, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Launch.Result another = Launch.module(instance, "update", other.toString());
    assertThat(another.code()).isEqualTo(1);
    assertThat(another.output())
        .contains("A file of this name brought the module needs", "Give it another name.");

    Launch.Result removed = Launch.module(instance, "remove", "needs");
    assertThat(removed.code()).as(removed.output()).isZero();
    Launch.Result back = Launch.module(instance, "install", "needs", "--version", "0.1.3");
    assertThat(back.code()).as(back.output()).isZero();
    serves(instance, token, "0.1.3");
  }

  private static Path named(String name) {
    try {
      return Files.writeString(Files.createTempDirectory("victimfirst-kar").resolve(name), "half");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file whose bundle would get the platform's bundles wired anew is refused before anything. */
  private static void leavesThePlatformAlone(Instance instance, String token) {
    Path file =
        ModuleFile.changed("needs", "0.1.4")
            .migrating(MIGRATION, SQL)
            .exporting("invented-metrics", "com.codahale.metrics;version=\"4.99\"")
            .write();
    Launch.Result tried = Launch.module(instance, "update", file.toString(), "--try");
    assertThat(tried.output())
        .contains("\"allowed\" : false", "It would refresh a bundle of the platform");

    assertThat(page(instance, "0.1.4"))
        .contains("This will not be done", "Refreshes", "invented-metrics")
        .doesNotContain("Nobody else is disturbed");
    assertThat(page(instance, "0.1.2"))
        .contains("Starts", "victimfirst-needs 0.1.2", "Nobody else is disturbed")
        .doesNotContain("Refreshes");

    Launch.Result refused = Launch.module(instance, "update", file.toString());

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.output())
        .contains("It would refresh a bundle of the platform: victimfirst-rest");
    serves(instance, token, "0.1.3");
    assertThat(instance.get("/health").status()).isEqualTo(200);
  }

  /** The page of a dry run. */
  private static String page(Instance instance, String version) {
    return Signed.in(instance, "administrator")
        .get("/admin/modules/needs/try?action=update&version=" + version)
        .body();
  }

  private static void serves(Instance instance, String token, String version) {
    JsonNode needs = instance.get("/api/v1/modules/needs").json();
    assertThat(needs.path("version").asText()).isEqualTo(version);
    assertThat(needs.path("state").asText()).isEqualTo("running");
    assertThat(instance.get(NEEDS, token).status()).isEqualTo(200);
  }
}
