package org.victimfirst.rest.server;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.persistence.DatabaseException;
import org.victimfirst.api.persistence.StaleVersionException;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.rest.RestResource;
import org.victimfirst.api.rest.Versioned;
import org.victimfirst.api.security.Requires;

/** A resource as modules write them: a class that only its own package sees. */
@Path("/things")
@Produces("application/json")
@Consumes("application/json")
@Requires("sample:read")
final class SampleResource implements RestResource {
  final CountDownLatch entered = new CountDownLatch(1);
  final CountDownLatch leave = new CountDownLatch(1);

  record Thing(
      String id, int version, LocalDate on, LocalDateTime at, @Nullable String note, Inner inner)
      implements Versioned {}

  record Inner(int count) {}

  record NewThing(String name, int count, Inner inner) {}

  @GET
  @Operation(summary = "All things")
  public Paged<Inner> list(
      @QueryParam("page") @DefaultValue("1") int page,
      @QueryParam("size") @DefaultValue("2") int size,
      @QueryParam("from") @Nullable LocalDate from) {
    return new Paged<>(List.of(new Inner(from == null ? 0 : from.getYear())), page, size, 5);
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One thing")
  public Thing one(@PathParam("id") long id) {
    return new Thing(
        Long.toString(id),
        12,
        LocalDate.of(2020, 4, 1),
        LocalDateTime.of(2020, 4, 1, 10, 11, 12),
        null,
        new Inner(3));
  }

  @POST
  @Operation(summary = "Adds a thing")
  public NewThing add(NewThing thing) {
    return thing;
  }

  @POST
  @Path("/made")
  public Response make() {
    return Response.created(URI.create("things/7")).build();
  }

  @GET
  @Path("/secret")
  @Requires("sample:secret")
  public Inner secret() {
    return new Inner(1);
  }

  @GET
  @Path("/slow")
  public Inner slow() throws InterruptedException {
    entered.countDown();
    leave.await();
    return new Inner(1);
  }

  @GET
  @Path("/fails/{how}")
  public Inner fails(@PathParam("how") String how) {
    throw switch (how) {
      case "stale" -> new StaleVersionException("thing", 1);
      case "twice" ->
          new DatabaseException("insert", new SQLException("Jane Roe is there", "23505"));
      case "field" ->
          ProblemException.field("count", "too_many", "At most ten.").with("current_version", 3);
      default -> new IllegalArgumentException("Jane Roe cannot be read");
    };
  }
}
