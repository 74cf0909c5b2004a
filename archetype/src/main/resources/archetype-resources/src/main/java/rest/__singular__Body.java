package ${package}.rest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.rest.ProblemException;
import ${package}.domain.${singular}Details;

/**
 * What is sent to record or to correct one.
 *
 * @param day the day that it is about
 * @param note what there is to say
 */
record ${singular}Body(@Nullable LocalDate day, @Nullable String note) {
  /** What was sent, to be checked by the domain. */
  static ${singular}Details details(@Nullable ${singular}Body body) {
    if (body == null) {
      throw ProblemException.badRequest("body_missing", "Send day and note as JSON.");
    }
    if (body.day() == null) {
      throw ProblemException.field("day", "missing", "Send the day, like 2020-07-09.");
    }
    return new ${singular}Details(body.day(), body.note() == null ? "" : body.note().strip());
  }
}
