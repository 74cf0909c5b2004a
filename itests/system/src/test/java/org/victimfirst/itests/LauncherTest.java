package org.victimfirst.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody at the keyboard is told. */
class LauncherTest {
  @TempDir Path folder;

  @Test
  void aTakenPortIsSaidInASentence() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      Launch.Result result =
          Launch.run("run", "--data", folder.toString(), "--port", "" + taken.getLocalPort());

      assertThat(result.code()).isNotZero();
      assertThat(result.output()).contains("Port " + taken.getLocalPort() + " is taken");
    }
  }

  @Test
  void newerDataAreLeftAlone() throws IOException {
    Files.writeString(folder.resolve("version"), "99.0.0\n");

    Launch.Result result = Launch.run("run", "--data", folder.toString());

    assertThat(result.code()).isNotZero();
    assertThat(result.output()).contains("last used by version 99.0.0");
  }

  @Test
  void nothingRunningIsSaid() {
    Launch.Result result = Launch.run("status", "--data", folder.toString());

    assertThat(result.code()).isEqualTo(3);
    assertThat(result.output()).contains("Nothing is running");
  }

  @Test
  void anUnknownCommandIsNamed() {
    Launch.Result result = Launch.run("dance");

    assertThat(result.code()).isNotZero();
    assertThat(result.output()).contains("There is no command dance");
  }

  @Test
  void anEmptyStartStaysEmpty() throws IOException {
    try (Instance instance = Instance.empty(Store.DERBY)) {
      Path mark = instance.data().resolve("sample-loaded");
      assertThat(instance.data().resolve("log/karaf.log"))
          .content()
          .as("people can sign in while the modules' tables are made")
          .containsSubsequence(
              "Schema of module security migrated",
              "Schema of module web migrated",
              "Schema of module cases migrated");
      instance.stop();
      try (Instance again = Instance.plain(instance.data())) {
        assertThat(again.said()).doesNotContain("sample quarter");
        assertThat(again.get("/api/v1/intake/imports").json().path("total").asInt(-1)).isZero();
        assertThat(Launch.module(again, "remove", "intake").code()).isZero();
      }

      // With nobody who could import it, the sample cannot be loaded: that is said, and no more.
      Files.delete(mark);
      try (Instance without = Instance.plain(instance.data())) {
        assertThat(without.said()).contains("The sample quarter was not loaded");
        assertThat(mark).doesNotExist();
        assertThat(without.get("/health").status()).isEqualTo(200);
      }
    }
  }

  @Test
  void aDatabaseThatNobodyServesIsSaidAtOnce() throws IOException {
    Files.createDirectories(folder.resolve("etc"));
    Files.writeString(
        folder.resolve(Store.SETTINGS),
        "url = jdbc:postgresql://127.0.0.1:%d/none\nuser = nobody\npassword = none\n"
            .formatted(Instance.freePort()));

    Launch.Result result =
        Launch.run("run", "--data", folder.toString(), "--port", "" + Instance.freePort());

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.output())
        .contains("cannot start", "jdbc:postgresql://127.0.0.1", "Check that it runs")
        .doesNotContain("five minutes");
    assertThat(Launch.run("status", "--data", folder.toString()).code()).isEqualTo(3);
  }

  @Test
  void aRunningInstanceAnswersItsOwner() {
    Instance instance = Shared.on(Store.DERBY);
    String data = instance.data().toString();

    assertThat(Launch.run("run", "--data", data).output()).contains("already running");
    assertThat(Launch.run("status", "--data", data).output()).contains("Running at", "needs");
    assertThat(Launch.run("module", "list", "--data", data).output()).contains("reporting");
    assertThat(Launch.run("audit", "verify", "--data", data).output())
        .contains("Nothing was found");
    Path html = folder.resolve("report.html");
    Launch.Result report =
        Launch.run(
            "report",
            "--data",
            data,
            "--from",
            "2020-04-01",
            "--to",
            "2020-06-30",
            "--format",
            "html",
            "--out",
            html.toString());
    assertThat(report.code()).as(report.output()).isZero();
    assertThat(html).content().contains("Quarterly report, April to June 2020", "2,641");
  }

  @Test
  void aModuleFileThatIsNotThereIsNamed() {
    String data = Shared.on(Store.DERBY).data().toString();

    Launch.Result refused = Launch.run("module", "install", "absent.kar", "--data", data);

    assertThat(refused.output()).contains("There is no file absent.kar that can be read.");
    assertThat(refused.code()).isEqualTo(1);
  }

  @Test
  void aFileThatIsRefusedWholeIsSaid() throws IOException {
    String data = Shared.on(Store.DERBY).data().toString();
    Files.writeString(folder.resolve("demographics.csv"), "who,when\nnobody,never\n");
    Path sound = Extracts.published().folder().resolve("referrals.csv");
    Files.copy(sound, folder.resolve("referrals.csv"));

    Launch.Result refused = Launch.run("import", folder.toString(), "--data", data);

    assertThat(refused.output())
        .contains("The first row does not have the names of the columns")
        .contains("It builds on demographics.csv, which was refused. Nothing of it was loaded.")
        .contains("Not all files were loaded");
    assertThat(refused.code()).isEqualTo(1);
  }

  @Test
  void aBackupBecomesANewInstance() throws IOException {
    Instance instance = Shared.on(Store.DERBY);
    Path backup = folder.resolve("backup.zip");
    Path restored = folder.resolve("restored");
    String report = "/api/v1/reporting/quarterly?from=2020-04-01&to=2020-06-30";

    Launch.Result written =
        Launch.run("backup", backup.toString(), "--data", instance.data().toString());
    assertThat(written.code()).as(written.output()).isZero();
    assertThat(Files.getPosixFilePermissions(backup))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    Launch.Result laid = Launch.run("restore", backup.toString(), "--data", restored.toString());
    assertThat(laid.code()).as(laid.output()).isZero();
    try (Instance copy = Instance.on(restored)) {
      assertThat(copy.get(report).json().path("sections"))
          .isEqualTo(instance.get(report).json().path("sections"));
      assertThat(List.of(restored, restored.resolve("derby"), restored.resolve("log")))
          .allSatisfy(
              made ->
                  assertThat(Files.getPosixFilePermissions(made))
                      .isEqualTo(PosixFilePermissions.fromString("rwx------")));
    }
  }
}
