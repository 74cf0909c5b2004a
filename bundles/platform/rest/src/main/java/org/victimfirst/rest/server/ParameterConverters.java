package org.victimfirst.rest.server;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.function.Function;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.QueryParam;
import javax.ws.rs.ext.ParamConverter;
import javax.ws.rs.ext.ParamConverterProvider;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.rest.ProblemException;

/** Reads dates, times and numbers in query and headers, and says which parameter is wrong. */
final class ParameterConverters implements ParamConverterProvider {
  private record Kind(String example, Function<String, Object> read) {}

  private static final Map<Class<?>, Kind> KINDS =
      Map.of(
          LocalDate.class, new Kind("a date such as 2020-04-01", LocalDate::parse),
          LocalDateTime.class, new Kind("a time such as 2020-04-01T10:11:12", LocalDateTime::parse),
          int.class, new Kind("a whole number", Integer::valueOf),
          Integer.class, new Kind("a whole number", Integer::valueOf),
          long.class, new Kind("a whole number", Long::valueOf),
          Long.class, new Kind("a whole number", Long::valueOf));

  @Override
  @SuppressWarnings("unchecked") // the kind's reader gives what its key says
  public <T> @Nullable ParamConverter<T> getConverter(
      Class<T> raw, Type generic, Annotation[] annotations) {
    Kind kind = KINDS.get(raw);
    if (kind == null) {
      return null;
    }
    String parameter = parameter(annotations);
    boolean date = !raw.isPrimitive() && raw != Integer.class && raw != Long.class;
    return parameter == null && !date ? null : (ParamConverter<T>) new Reader(kind, parameter);
  }

  private static @Nullable String parameter(Annotation[] annotations) {
    for (Annotation annotation : annotations) {
      if (annotation instanceof QueryParam query) {
        return query.value();
      }
      if (annotation instanceof HeaderParam header) {
        return header.value();
      }
    }
    return null;
  }

  private record Reader(Kind kind, @Nullable String parameter) implements ParamConverter<Object> {
    @Override
    public @Nullable Object fromString(@Nullable String value) {
      if (value == null || value.isEmpty()) {
        return null;
      }
      try {
        return kind.read().apply(value);
      } catch (java.time.DateTimeException | NumberFormatException e) {
        throw parameter == null
            ? ProblemException.notFound(ProblemType.NOT_FOUND.detail())
            : ProblemException.badRequest(
                    ProblemType.BAD_PARAMETER.code(), parameter + " is " + kind.example() + ".")
                .with("parameter", parameter);
      }
    }

    @Override
    public String toString(Object value) {
      return value.toString();
    }
  }
}
