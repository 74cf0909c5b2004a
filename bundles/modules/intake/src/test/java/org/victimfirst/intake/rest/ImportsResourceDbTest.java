package org.victimfirst.intake.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.apache.cxf.jaxrs.ext.multipart.Attachment;
import org.apache.cxf.jaxrs.ext.multipart.MultipartBody;
import org.apache.cxf.jaxrs.impl.MetadataMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.intake.testkit.Messy;
import org.victimfirst.intake.testkit.TestIntake;

/** The resource: what it takes and what it answers. */
class ImportsResourceDbTest {
  @TempDir private Path data = Path.of("");
  private AutoCloseable open = () -> {};

  private TestIntake intake() {
    return (TestIntake) open;
  }

  private ImportsResource resource() {
    return new ImportsResource(
        intake().imports(), intake().reception(), intake().jobs(), () -> TestIntake.CALL);
  }

  @BeforeEach
  void open() {
    open = TestIntake.open(Dialect.DERBY, data).withLoaders();
  }

  @AfterEach
  void close() throws Exception {
    open.close();
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in = Messy.open(name)) {
      return in.readAllBytes();
    }
  }

  @Test
  void aZipIsAcceptedAndItsProgressShown() throws Exception {
    byte[] zip = TestIntake.zip(Map.of("llr/referrals.csv", bytes("referrals.csv")));

    Response accepted = resource().importZip(new ByteArrayInputStream(zip));

    assertThat(accepted.getStatus()).isEqualTo(202);
    ReceiptDto receipt = (ReceiptDto) accepted.getEntity();
    assertThat(accepted.getLocation()).hasPath("/api/v1/intake/imports/" + receipt.id());
    long importId = Long.parseLong(receipt.id());
    assertThat(resource().find(importId).status()).isEqualTo("waiting");
    intake().run(importId);
    ImportDto done = resource().find(importId);
    assertThat(done.status()).isEqualTo("done");
    assertThat(done.rows()).isEqualTo(4004);
    assertThat(done.read()).isEqualTo(4004);
    ImportDto.CountsDto totals = done.totals();
    assertThat(totals.added() + totals.unchanged() + totals.rejected()).isEqualTo(4004);
    assertThat(done.files()).hasSize(1);
    assertThat(resource().list(1, 20).items())
        .extracting(ImportHeadDto::id)
        .containsExactly(receipt.id());
  }

  @Test
  void theFilesOfAFormAreTaken() throws Exception {
    MultivaluedMap<String, String> headers = new MetadataMap<>();
    headers.add("Content-Disposition", "form-data; name=\"file\"; filename=\"cases.csv\"");
    Attachment part = new Attachment(new ByteArrayInputStream(bytes("cases.csv")), headers);

    Response accepted = resource().importFiles(new MultipartBody(List.of(part)));

    assertThat(accepted.getStatus()).isEqualTo(202);
    assertThatThrownBy(() -> resource().importFiles(new MultipartBody(List.of())))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.code()).isEqualTo("no_file"));
  }

  @Test
  void problemsArePagedAndFiltered() throws Exception {
    long importId = intake().send("referrals.csv").importId();
    intake().run(importId);

    Paged<ProblemDto> first = resource().problems(importId, "", "", "", 1, 5);
    assertThat(first.items()).hasSize(5);
    assertThat(first.total()).isGreaterThan(30);
    assertThat(first.items().get(0))
        .isEqualTo(
            new ProblemDto(
                "referrals.csv",
                105,
                106,
                "R90000011",
                "received_at",
                "invalid_date",
                "rejected",
                "This is not a time that exists, written as YYYY-MM-DDTHH:MM:SS. The row was left"
                    + " out."));
    assertThat(resource().problems(importId, "", "windows_1252", "", 1, 50).items())
        .extracting(ProblemDto::record)
        .containsExactly(443L, 514L, 804L);
    Response csv = resource().problemsCsv(importId, "", "", "rejected");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ((StreamingOutput) csv.getEntity()).write(out);
    assertThat(out.toString(StandardCharsets.UTF_8).lines().skip(1))
        .allMatch(line -> line.contains(",rejected,"));
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThatThrownBy(() -> resource().find(12))
        .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.status()).isEqualTo(404));
    assertThatThrownBy(() -> resource().problemsCsv(12, "", "", ""))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void onlyAFailedImportIsStartedAgain() throws Exception {
    long importId = intake().send("cases.csv").importId();
    assertThatThrownBy(() -> resource().again(importId))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.code()).isEqualTo("not_failed"));
    intake().progress().failed(importId, intake().jobOf(importId), "It broke.");
    assertThat(resource().again(importId).getStatus()).isEqualTo(202);
  }
}
