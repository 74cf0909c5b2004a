package org.victimfirst.api.job;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Does jobs of one type. A service with {@code victimfirst.module}. One job of a type runs at a
 * time over all nodes. A job whose node died is given out again when its lease ends: the handler
 * must go on from what is stored.
 */
@ConsumerType
public interface JobHandler {
  /** The type that this handler does, {@code module.verb}. */
  String type();

  /**
   * Does the job. An exception makes it {@code failed}, with the exception's message shown to
   * people when it is a {@link JobFailedException}, and a general sentence otherwise.
   */
  void run(JobRun run) throws Exception;
}
