package org.victimfirst.rest.server;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.stream.Collectors;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.victimfirst.api.persistence.DatabaseException;
import org.victimfirst.api.persistence.StaleVersionException;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.security.AccessDeniedException;
import org.victimfirst.api.security.CallContext;

/** Turns every exception of a resource, and of JAX-RS itself, into a problem. */
final class ProblemMapper implements ExceptionMapper<Throwable> {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

  private final CallContext calls;

  ProblemMapper(CallContext calls) {
    this.calls = calls;
  }

  @Override
  public Response toResponse(Throwable exception) {
    Throwable cause = unwrap(exception);
    if (cause instanceof WebApplicationException e && e.getResponse().getStatus() < 400) {
      return e.getResponse();
    }
    Problem problem = problem(cause);
    String requestId = calls.current().requestId();
    if (problem.status() >= 500 && !callerLeft(cause)) {
      LOG.error("Request {} failed", requestId, LoggedException.of(cause));
    }
    Response.ResponseBuilder response =
        Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem.body(requestId));
    if (cause instanceof WebApplicationException e
        && e.getResponse().getHeaders().containsKey(HttpHeaders.ALLOW)) {
      response.header(HttpHeaders.ALLOW, e.getResponse().getHeaderString(HttpHeaders.ALLOW));
    }
    if (problem.status() == 503) {
      response.header(HttpHeaders.RETRY_AFTER, "1");
    }
    return response.build();
  }

  /** Jetty's way to say that nobody reads the answer any more. */
  private static boolean callerLeft(Throwable exception) {
    for (Throwable t = exception; t != null; t = t.getCause()) {
      if (t.getClass().getName().equals("org.eclipse.jetty.io.EofException")) {
        return true;
      }
    }
    return false;
  }

  /** CXF and JAX-RS wrap what a parameter converter or a reader threw. */
  private static Throwable unwrap(Throwable exception) {
    for (Throwable t = exception; t != null; t = t.getCause()) {
      if (t instanceof ProblemException
          || t instanceof AccessDeniedException
          || t instanceof StaleVersionException
          || t instanceof DatabaseException
          || t instanceof JsonProcessingException) {
        return t;
      }
      if (t.getCause() == t) {
        break;
      }
    }
    return exception;
  }

  static Problem problem(Throwable cause) {
    if (cause instanceof ProblemException e) {
      return Problem.of(e);
    }
    if (cause instanceof AccessDeniedException e) {
      return Problem.of(
              ProblemType.PERMISSION_MISSING, "The permission " + e.permission() + " is missing.")
          .with("permission", e.permission());
    }
    if (cause instanceof StaleVersionException) {
      return Problem.of(ProblemType.STALE_VERSION);
    }
    if (cause instanceof DatabaseException e) {
      return ofDatabase(e);
    }
    if (cause instanceof JsonProcessingException e) {
      return ofJson(e);
    }
    if (cause instanceof WebApplicationException e) {
      return ofStatus(e.getResponse().getStatus());
    }
    return Problem.of(ProblemType.INTERNAL_ERROR);
  }

  private static Problem ofDatabase(DatabaseException e) {
    if (e.constraintViolated()) {
      return Problem.of(ProblemType.CONSTRAINT_VIOLATED);
    }
    return Problem.of(
        e.sqlState().startsWith("40") ? ProblemType.TRY_AGAIN : ProblemType.INTERNAL_ERROR);
  }

  private static Problem ofStatus(int status) {
    return ProblemType.ofStatus(status)
        .map(Problem::of)
        .orElseGet(
            () -> Problem.of(status >= 500 ? ProblemType.INTERNAL_ERROR : ProblemType.BAD_REQUEST));
  }

  /** What was wrong with JSON that was read; JSON that could not be written is a fault of ours. */
  private static Problem ofJson(JsonProcessingException e) {
    if (!(e.getProcessor() instanceof JsonParser) || e instanceof InvalidDefinitionException) {
      return Problem.of(ProblemType.INTERNAL_ERROR);
    }
    if (e instanceof UnrecognizedPropertyException unknown) {
      String field = path(unknown);
      return Problem.of(ProblemType.UNKNOWN_FIELD, "The field " + field + " is not known here.")
          .with("field", field);
    }
    if (e instanceof StreamReadException || !(e instanceof JsonMappingException mapping)) {
      return at(e, ProblemType.JSON_UNREADABLE);
    }
    if (mapping.getCause() instanceof StreamReadException) {
      return at(mapping, ProblemType.JSON_UNREADABLE);
    }
    String field = path(mapping);
    if (field.isEmpty()) {
      return at(mapping, ProblemType.JSON_UNREADABLE);
    }
    return Problem.of(ProblemType.WRONG_TYPE, "The value of " + field + " is of the wrong type.")
        .with("field", field);
  }

  private static Problem at(JsonProcessingException e, ProblemType type) {
    if (e.getLocation() == null || e.getLocation().getLineNr() < 1) {
      return Problem.of(type);
    }
    int line = e.getLocation().getLineNr();
    int column = e.getLocation().getColumnNr();
    return Problem.of(type, "The body is not sound JSON at line " + line + ", column " + column)
        .with("line", line)
        .with("column", column);
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream().map(ProblemMapper::step).collect(Collectors.joining("."));
  }

  private static @Nullable String step(JsonMappingException.Reference step) {
    return step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName();
  }
}
