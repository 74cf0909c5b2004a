package org.victimfirst.intake.receive;

/**
 * What the sender gets.
 *
 * @param importId the new import
 * @param jobId the job that does it
 */
public record Receipt(long importId, long jobId) {}
