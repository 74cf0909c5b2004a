package org.victimfirst.api.job;

import org.osgi.annotation.versioning.ProviderType;

/** One run of a job, as the handler sees it. */
@ProviderType
public interface JobRun {
  /** The job's id. */
  long jobId();

  /** What the job is about. */
  long subjectId();

  /**
   * Says how far it is and renews the lease. Cheap: written at most every half second.
   *
   * @param done steps done
   * @param total steps in all, 0 while unknown
   * @param message what it is doing now, without personal data
   * @throws JobStoppedException when the job must stop here: the module is leaving or the lease is
   *     lost. Let it pass; the job goes on later from what is stored
   */
  void progress(long done, long total, String message);
}
