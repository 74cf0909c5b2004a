package org.victimfirst.needs.rest;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.needs.domain.NeedsAssessment;
import org.victimfirst.needs.domain.Refusal;
import org.victimfirst.needs.domain.RefusedException;

/** How resources of this module answer: versions as ETags, refused values as one problem. */
final class Answer {
  private Answer() {}

  /** An assessment with its version. */
  static Response of(Response.ResponseBuilder response, NeedsAssessment assessment) {
    return response
        .entity(AssessmentView.of(assessment))
        .tag(new EntityTag(Integer.toString(assessment.version())))
        .build();
  }

  /**
   * The version that a change was made from.
   *
   * @param ifMatch the header If-Match
   */
  static int version(@Nullable String ifMatch) {
    if (ifMatch == null) {
      throw new ProblemException(
          428,
          "if_match_missing",
          "A header is missing",
          "Send If-Match with the ETag of the version that was changed.");
    }
    if (!ifMatch.matches("\"\\d{1,9}\"")) {
      throw ProblemException.badRequest("if_match_unreadable", "Send If-Match as in \"3\".");
    }
    return Integer.parseInt(ifMatch.substring(1, ifMatch.length() - 1));
  }

  /** Does work; values that it refuses become a problem that names them all. */
  static <T> T or422(Supplier<T> work) {
    try {
      return work.get();
    } catch (RefusedException e) {
      Refusal first = e.refusals().get(0);
      List<Map<String, String>> all =
          e.refusals().stream()
              .map(r -> Map.of("field", r.field(), "code", r.code(), "detail", r.sentence()))
              .toList();
      ProblemException problem =
          ProblemException.field(first.field(), first.code(), first.sentence()).with("errors", all);
      problem.initCause(e);
      throw problem;
    }
  }
}
