package org.victimfirst.api.job;

/**
 * What is known of a job.
 *
 * @param id the job's id
 * @param type its type
 * @param subjectId what it is about
 * @param status {@code waiting}, {@code running}, {@code done} or {@code failed}
 * @param done steps done
 * @param total steps in all, 0 while unknown
 * @param message a sentence for people: what it is doing, or why it failed
 */
public record JobState(
    long id, String type, long subjectId, String status, long done, long total, String message) {
  /** Whether the job has ended, well or not. */
  public boolean ended() {
    return status.equals("done") || status.equals("failed");
  }
}
