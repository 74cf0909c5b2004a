package ${package}.rest;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.victimfirst.api.rest.Versioned;
import ${package}.domain.${singular};

/**
 * One as JSON.
 *
 * @param id its id
 * @param caseId the case
 * @param day the day that it is about
 * @param note what there is to say
 * @param recordedAt when it was last saved
 * @param recordedBy name of who saved it last
 * @param version the version; also the ETag
 */
record ${singular}View(
    String id,
    String caseId,
    LocalDate day,
    String note,
    LocalDateTime recordedAt,
    String recordedBy,
    int version)
    implements Versioned {
  static ${singular}View of(${singular} one) {
    return new ${singular}View(
        Long.toString(one.id()),
        Long.toString(one.caseId()),
        one.details().day(),
        one.details().note(),
        one.recordedAt(),
        one.recordedByName(),
        one.version());
  }
}
