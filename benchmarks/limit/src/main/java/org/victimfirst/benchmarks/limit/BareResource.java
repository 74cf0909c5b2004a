package org.victimfirst.benchmarks.limit;

import java.util.List;
import java.util.stream.IntStream;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;

/** Some records as JSON: {@code /limit/rest/records?number=N}, about 130 bytes each. */
@Path("/records")
public final class BareResource {
  /** A record of ten fields, as the product's have them. */
  public record Item(
      String id,
      String reference,
      String status,
      String openedOn,
      String source,
      String type,
      int attempts,
      boolean child,
      String level,
      long version) {}

  /** The records. */
  @GET
  @Produces("application/json")
  public List<Item> records(@QueryParam("number") int number) {
    return IntStream.range(0, number).mapToObj(BareResource::item).toList();
  }

  private static Item item(int i) {
    return new Item(
        Long.toString(900_000_000_000L + i),
        "C-" + i,
        "open",
        "2020-04-01",
        "police",
        "theft",
        i,
        false,
        "standard",
        1);
  }
}
