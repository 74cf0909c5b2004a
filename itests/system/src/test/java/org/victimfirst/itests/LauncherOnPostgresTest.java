package org.victimfirst.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** An instance's life as its keeper sees it: first start, second start, another node, a bad day. */
@Execution(ExecutionMode.CONCURRENT)
class LauncherOnPostgresTest {
  private static final String REPORT = "/api/v1/reporting/quarterly?from=2020-04-01&to=2020-06-30";

  @TempDir Path folder;

  @Test
  void fromTheFirstStartToARestore() throws Exception {
    Path data = folder.resolve("data");
    Store.POSTGRESQL.configure(data);
    try (Instance instance = Instance.plain(data)) {
      welcomes(instance);
      assertThat(instance.said()).contains("Loading the sample quarter");
      JsonNode report = report(instance);
      assertThat(imports(instance)).isEqualTo(1);
      triesWithoutChanging(instance);

      assertThat(launch("stop", data).output()).contains("Stopped.");
      instance.awaitEnd();
      assertThat(launch("status", data).code()).isEqualTo(3);
      instance.start();
      welcomes(instance);
      assertThat(instance.said()).doesNotContain("sample quarter, ");
      assertThat(imports(instance)).isEqualTo(1);
      assertThat(report(instance)).isEqualTo(report);

      anotherNodeAddsNothing(data);
      Path restored = restored(data, report);
      newerDataAreRefused(restored);
      aChangedAuditRowIsFound(data);
    }
  }

  private static void welcomes(Instance instance) {
    assertThat(instance.said())
        .contains(
            "Victim First is ready: " + instance.address() + "/",
            "First login",
            "login: admin",
            "password: ",
            "The quarterly report: " + instance.address() + "/reporting/quarterly/2020-04-01",
            "Ctrl-C stops it.");
  }

  private static void triesWithoutChanging(Instance instance) {
    String newer = ModuleFile.ofVersion("needs", "0.1.1").toString();

    Launch.Result tried = Launch.module(instance, "update", newer, "--try");

    assertThat(tried.code()).as(tried.output()).isZero();
    assertThat(tried.output()).contains("victimfirst-needs", "0.1.1");
    assertThat(instance.get("/api/v1/modules/needs").json().path("version").asText())
        .isEqualTo(ModuleFile.BUILT);
  }

  private void anotherNodeAddsNothing(Path data) throws IOException {
    Path other = folder.resolve("other");
    Files.createDirectories(other.resolve("etc"));
    Files.copy(data.resolve(Store.SETTINGS), other.resolve(Store.SETTINGS));
    Instance node = Instance.plain(other);
    assertThat(node.said()).contains("in use already").doesNotContain("Loading");
    assertThat(imports(node)).isEqualTo(1);

    assertThat(node.end("INT")).isEqualTo(130);

    assertThat(launch("status", other).code()).isEqualTo(3);
  }

  private Path restored(Path data, JsonNode report) {
    Path backup = folder.resolve("backup.zip");
    Path restored = folder.resolve("restored");
    Launch.Result written = Launch.run("backup", backup.toString(), "--data", data.toString());
    assertThat(written.code()).as(written.output()).isZero();
    Store.POSTGRESQL.configure(restored);
    Launch.Result laid = Launch.run("restore", backup.toString(), "--data", restored.toString());
    assertThat(laid.code()).as(laid.output()).isZero();
    try (Instance copy = Instance.plain(restored)) {
      assertThat(copy.said()).doesNotContain("sample quarter, ");
      assertThat(report(copy)).isEqualTo(report);
    }
    return restored;
  }

  private static void newerDataAreRefused(Path data) throws IOException, SQLException {
    execute(
        data,
        "UPDATE platform.module_schema SET schema_version = '99' WHERE module_name = 'security'",
        "INSERT INTO security.schema_history (installed_rank, version, description, type, script,"
            + " checksum, installed_by, execution_time, success)"
            + " VALUES (99, '99', 'newer', 'SQL', 'V99__newer.sql', 1, 'postgres', 1, true)");

    Launch.Result refused = launch("run", data);

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.output()).contains("schema of module security is at version 99");
  }

  private static void aChangedAuditRowIsFound(Path data) throws IOException, SQLException {
    assertThat(Launch.run("audit", "verify", "--data", data.toString()).code()).isZero();

    execute(
        data,
        "UPDATE security.audit_entry SET actor_login = 'nobody'"
            + " WHERE id = (SELECT MIN(id) FROM security.audit_entry)");

    Launch.Result found = Launch.run("audit", "verify", "--data", data.toString());
    assertThat(found.code()).isEqualTo(1);
    assertThat(found.output()).contains("Row ").contains("1 findings.");
  }

  private static void execute(Path data, String... statements) throws IOException, SQLException {
    try (Connection connection = Store.connection(data);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        assertThat(statement.executeUpdate(sql)).isEqualTo(1);
      }
    }
  }

  private static Launch.Result launch(String command, Path data) {
    return command.equals("run")
        ? Launch.run(command, "--data", data.toString(), "--port", "" + Instance.freePort())
        : Launch.run(command, "--data", data.toString());
  }

  private static JsonNode report(Instance instance) {
    JsonNode sections = instance.get(REPORT).json().path("sections");
    assertThat(sections.path("headlines").isMissingNode()).isFalse();
    return sections;
  }

  private static int imports(Instance instance) {
    return instance.get("/api/v1/intake/imports").json().path("total").asInt(-1);
  }
}
