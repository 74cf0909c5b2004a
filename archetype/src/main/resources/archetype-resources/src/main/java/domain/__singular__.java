package ${package}.domain;

import java.time.LocalDateTime;

/**
 * One as it is stored.
 *
 * @param id its id; 0 while it is not stored
 * @param caseId the case
 * @param details what people write
 * @param recordedAt when it was last saved, local time
 * @param recordedBy login of who saved it last
 * @param recordedByName that person's name
 * @param version counts the changes; 0 while it is not stored
 */
public record ${singular}(
    long id,
    long caseId,
    ${singular}Details details,
    LocalDateTime recordedAt,
    String recordedBy,
    String recordedByName,
    int version) {}
