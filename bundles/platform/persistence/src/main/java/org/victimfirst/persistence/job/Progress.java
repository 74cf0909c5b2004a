package org.victimfirst.persistence.job;

/** How far a job is, as its handler last said. */
record Progress(long done, long total, String message) {}
