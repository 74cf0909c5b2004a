package org.victimfirst.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.victimfirst.itests.Extracts;
import org.victimfirst.itests.Instance;
import org.victimfirst.itests.People;
import org.victimfirst.itests.Signed;

/** Pages and resources of a case beside bare ones of the same size on the same server. */
final class PagesBenchmark implements Benchmark {
  private static final int RECORD = 170;
  private static final double WARM = 6;
  private static final double SECONDS = 5;

  @Override
  public String name() {
    return "pages";
  }

  @Override
  public String measure() throws Exception {
    StringBuilder table =
        new StringBuilder(
            """
            | | bytes | connections | requests/s | median ms | bare servlet | share | bare CXF + Jackson | share |
            |---|---|---|---|---|---|---|---|---|
            """);
    Path data = Files.createTempDirectory("victimfirst-benchmark");
    Limit.besideUs(data);
    try (Instance instance = Instance.on(data)) {
      Limit.await(instance);
      Sample.load(data, Extracts.published().folder());
      Map<String, String> session = Signed.in(instance, "senior_caseworker").headers();
      String secret = People.token(instance, "senior_caseworker");
      Map<String, String> token =
          Map.of("Authorization", "Bearer " + secret, "Accept", "application/json");
      String id = instance.get("/api/v1/cases?size=1", secret).json().at("/items/0/id").asText();
      subject(table, "case page", instance, "/cases/" + id, session);
      subject(table, "case list", instance, "/cases", session);
      subject(table, "case by REST", instance, "/api/v1/cases/" + id, token);
    }
    return table
        + "\nDerby with the sample quarter. Each answer of ours is signed in, permitted and, where it"
        + " shows personal data, audited with a durable commit. The bare ones answer with as many"
        + " bytes. The client runs on the same two cores.\n";
  }

  private static void subject(
      StringBuilder table,
      String title,
      Instance instance,
      String path,
      Map<String, String> headers)
      throws Exception {
    Load ours = Load.of(instance.address() + path, headers);
    int bytes = ours.bytes();
    Load servlet = Load.of(instance.address() + "/limit/page?bytes=" + bytes, Map.of());
    Load resource =
        Load.of(
            instance.address() + "/limit/rest/records?number=" + Math.max(1, bytes / RECORD),
            Map.of("Accept", "application/json"));
    for (Load load : new Load[] {ours, servlet, resource}) {
      load.during(WARM, 4);
    }
    for (int connections : new int[] {1, 16}) {
      Load.Result own = ours.during(SECONDS, connections);
      double bare = servlet.during(SECONDS, connections).perSecond();
      double rest = resource.during(SECONDS, connections).perSecond();
      table.append(
          String.format(
              Locale.UK,
              "| %s | %,d | %d | %,.0f | %.1f | %,.0f | %.3f | %,.0f | %.3f |%n",
              title,
              bytes,
              connections,
              own.perSecond(),
              own.millis(),
              bare,
              own.perSecond() / bare,
              rest,
              own.perSecond() / rest));
    }
  }
}
