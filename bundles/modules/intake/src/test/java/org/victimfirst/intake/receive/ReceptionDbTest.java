package org.victimfirst.intake.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.intake.domain.FileStatus;
import org.victimfirst.intake.domain.ImportFile;
import org.victimfirst.intake.testkit.TestIntake;

/** What is taken in, what is refused, and that nothing of what is refused stays on the disk. */
class ReceptionDbTest {
  @TempDir private Path data = Path.of("");
  private @Nullable TestIntake opened;

  private TestIntake intake() {
    return openWith(2048, 16384, 200, 100);
  }

  /** The one of this test, opened when it is asked for first. */
  private TestIntake openWith(int upload, int unpacked, int files, int ratio) {
    if (opened == null) {
      opened =
          new TestIntake(
                  Dialect.DERBY, data, new TestIntake.TestConfig(upload, unpacked, files, ratio))
              .withLoaders();
    }
    return opened;
  }

  @AfterEach
  void close() throws InterruptedException {
    if (opened != null) {
      opened.close();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private long zip(Map<String, byte[]> entries) throws IOException {
    return intake()
        .reception()
        .zip(TestIntake.CALL, new ByteArrayInputStream(TestIntake.zip(entries)))
        .importId();
  }

  private long stored() throws IOException {
    try (Stream<Path> paths = Files.walk(data)) {
      return paths.filter(Files::isRegularFile).count();
    }
  }

  @Test
  void takesAZipWithAFolderAndSaysWhatItLeavesAside() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("llr/cases.csv", bytes("case_id\n"));
    entries.put("llr/referrals.csv", bytes("referral_id\n"));
    entries.put("llr/manifest.json", bytes("{}"));
    entries.put("llr/targets.json", bytes("{}"));
    entries.put("llr/vps.csv", bytes("vps_id\n"));
    entries.put("llr/notes_of_a_meeting.txt", bytes("x"));
    entries.put("llr/Letter to Anna Example.csv", bytes("x"));
    entries.put("__MACOSX/._cases.csv", bytes("x"));

    long importId = zip(entries);

    assertThat(intake().imports().files(importId))
        .extracting(ImportFile::name, ImportFile::status)
        .containsExactly(
            tuple("referrals.csv", FileStatus.WAITING),
            tuple("cases.csv", FileStatus.WAITING),
            tuple("vps.csv", FileStatus.WAITING),
            tuple("manifest.json", FileStatus.WAITING),
            tuple("targets.json", FileStatus.IGNORED),
            tuple("notes_of_a_meeting.txt", FileStatus.IGNORED),
            tuple("File 7 of the upload", FileStatus.IGNORED));
    assertThat(intake().file(importId, "cases.csv").sha256())
        .isEqualTo("1982e02ac7a62be9bb4423ddcbaf6a4a77a8206da36f2b8608b54eac2f6a2046");
    assertThat(stored()).isEqualTo(4);
  }

  @Test
  void aNameThatLeadsElsewhereIsTakenByItsLastPartOnly() throws IOException {
    long importId =
        zip(Map.of("../../../../tmp/cases.csv", bytes("case_id\n"), "..\\hate.csv", bytes("x\n")));

    assertThat(intake().files().path(importId, "cases.csv")).exists();
    assertThat(intake().files().path(importId, "hate.csv")).exists();
    assertThatThrownBy(() -> intake().files().path(importId, "../cases.csv"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aZipBombIsRefused() throws IOException {
    assertRefused("upload_too_large", TestIntake.zip(Map.of("cases.csv", new byte[30 << 20])));
  }

  @Test
  void aZipThatUnpacksToTooMuchIsRefusedEvenInWhatIsLeftAside() throws IOException {
    openWith(2048, 1, 200, 1_000_000);
    assertRefused("upload_too_large", TestIntake.zip(Map.of("x.bin", new byte[2 << 20])));
    assertRefused("upload_too_large", TestIntake.zip(Map.of("cases.csv", new byte[2 << 20])));
  }

  @Test
  void anUploadThatIsTooLargeIsRefused() throws IOException {
    openWith(1, 16384, 200, 100);
    byte[] content = new byte[2 << 20];
    assertThatThrownBy(
            () ->
                intake()
                    .reception()
                    .files(
                        TestIntake.CALL,
                        List.of(new Upload("cases.csv", () -> new ByteArrayInputStream(content)))))
        .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.status()).isEqualTo(413));
    assertThat(stored()).isZero();
  }

  @Test
  void tooManyFilesAreRefused() throws IOException {
    openWith(2048, 16384, 3, 100);
    assertRefused(
        "upload_too_large",
        TestIntake.zip(
            Map.of(
                "a.txt",
                bytes("a"),
                "b.txt",
                bytes("b"),
                "c.txt",
                bytes("c"),
                "d.txt",
                bytes("d"))));
  }

  @Test
  void whatIsNoZipIsRefused() throws IOException {
    assertRefused("not_a_zip", bytes("case_id\n"));
    byte[] whole = TestIntake.zip(Map.of("cases.csv", bytes("case_id\n".repeat(1000))));
    assertRefused("not_a_zip", Arrays.copyOf(whole, 60));
  }

  @Test
  void anUploadWithoutAnyFileOfTheExtractIsRefused() throws IOException {
    assertRefused("nothing_to_import", TestIntake.zip(Map.of("manifest.json", bytes("{}"))));
    assertRefused("nothing_to_import", TestIntake.zip(Map.of("readme.txt", bytes("x"))));
  }

  @Test
  void aFileThatIsThereTwiceIsRefused() throws IOException {
    assertRefused(
        "file_twice", TestIntake.zip(Map.of("a/cases.csv", bytes("x"), "b/cases.csv", bytes("y"))));
  }

  private void assertRefused(String code, byte[] zip) throws IOException {
    assertThatThrownBy(
            () -> intake().reception().zip(TestIntake.CALL, new ByteArrayInputStream(zip)))
        .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.code()).isEqualTo(code));
    assertThat(stored()).isZero();
    assertThat(intake().imports().list(1, 10).total()).isZero();
  }

  @Test
  void aSingleZipAmongTheFilesIsUnpacked() throws IOException {
    byte[] zip = TestIntake.zip(Map.of("cases.csv", bytes("case_id\n")));
    long importId =
        intake()
            .reception()
            .files(
                TestIntake.CALL,
                List.of(new Upload("extract.zip", () -> new ByteArrayInputStream(zip))))
            .importId();

    assertThat(intake().imports().files(importId))
        .extracting(ImportFile::name)
        .containsExactly("cases.csv");
  }

  @Test
  void aFileThatWasSentUnderALikeNameIsTakenWhenItIsTheOnlyOne() throws IOException {
    long importId =
        intake()
            .reception()
            .files(
                TestIntake.CALL,
                List.of(
                    TestIntake.text("cases (1).csv", "case_id\n"),
                    TestIntake.text("case_reviews_2020.csv", "review_id\n"),
                    TestIntake.text("vps-a.csv", "vps_id\n"),
                    TestIntake.text("vps-b.csv", "vps_id\n"),
                    TestIntake.text("hate.csv", "hate_id\n"),
                    TestIntake.text("hate_old.csv", "hate_id\n")))
            .importId();

    assertThat(intake().imports().files(importId))
        .filteredOn(file -> file.status() == FileStatus.WAITING)
        .extracting(ImportFile::name)
        .containsExactly("cases.csv", "case_reviews.csv", "hate.csv");
  }
}
