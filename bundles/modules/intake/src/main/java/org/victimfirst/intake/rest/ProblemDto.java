package org.victimfirst.intake.rest;

import org.victimfirst.intake.domain.Problem;

/**
 * Something that is wrong with a file or a row.
 *
 * @param file name of the file
 * @param record number of the data record, from 1; 0 for the file as a whole
 * @param line physical line on which it begins, the header being 1; 0 for the file as a whole
 * @param key the record's key, or an empty string
 * @param column name of the column, or an empty string
 * @param code stable, snake case
 * @param severity {@code rejected} or {@code reported}
 * @param sentence what is wrong and what was done
 */
record ProblemDto(
    String file,
    long record,
    long line,
    String key,
    String column,
    String code,
    String severity,
    String sentence) {
  static ProblemDto of(Problem problem) {
    return new ProblemDto(
        problem.file(),
        problem.record(),
        problem.line(),
        problem.key(),
        problem.column(),
        problem.code(),
        problem.severity().code(),
        problem.sentence());
  }
}
