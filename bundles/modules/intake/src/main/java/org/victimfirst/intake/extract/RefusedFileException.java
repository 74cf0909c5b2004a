package org.victimfirst.intake.extract;

import org.victimfirst.intake.domain.Problem;
import org.victimfirst.intake.domain.Severity;

/** A file cannot be read as a whole; nothing of it is loaded. */
final class RefusedFileException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final long line;
  private final String column;
  private final String code;

  /**
   * Says why.
   *
   * @param line physical line, or 0
   * @param column name of the column, or an empty string
   * @param code the problem's code
   * @param sentence what is wrong and what to do
   */
  RefusedFileException(long line, String column, String code, String sentence) {
    super(sentence);
    this.line = line;
    this.column = column;
    this.code = code;
  }

  /** The same as a problem. */
  Problem problem(String file) {
    return Problem.ofFile(
        file,
        line,
        column,
        code,
        Severity.REJECTED,
        String.valueOf(getMessage()) + " Nothing of it was loaded.");
  }
}
