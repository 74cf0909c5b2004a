package org.victimfirst.intake.domain;

/**
 * A file as it came.
 *
 * @param name its name in the extract, or words for a file that has none
 * @param sha256 of its bytes, hexadecimal; an empty string when it was not kept
 * @param bytes its size
 * @param status {@link FileStatus#WAITING} or {@link FileStatus#IGNORED}
 * @param reason why it was ignored, or a note
 */
public record ReceivedFile(
    String name, String sha256, long bytes, FileStatus status, String reason) {}
