package org.victimfirst.intake.domain;

/**
 * One file of an import.
 *
 * @param id its id
 * @param importId its import
 * @param place its place in the import, from 1
 * @param name its name in the extract
 * @param sha256 of its bytes, hexadecimal; an empty string when it was not kept
 * @param bytes its size
 * @param status where it stands
 * @param reason a sentence that explains the status, or an empty string
 * @param form how its text is written
 * @param records data records in it, 0 while unknown
 * @param read records read so far: the checkpoint
 * @param counts what became of them
 */
public record ImportFile(
    long id,
    long importId,
    int place,
    String name,
    String sha256,
    long bytes,
    FileStatus status,
    String reason,
    Form form,
    long records,
    long read,
    Counts counts) {

  /**
   * How the text of a file is written, as the survey found it.
   *
   * @param encoding {@code utf-8}, {@code windows-1252}, {@code mixed}, or an empty string
   * @param cutOff whether the file ends in the middle of its last record
   */
  public record Form(String encoding, boolean cutOff) {
    /** Not looked at yet. */
    public static final Form UNKNOWN = new Form("", false);
  }

  /** The counts agree when every row that was read was added, unchanged or left out. */
  public boolean countsAgree() {
    return counts.read() == read;
  }

  /** The same file in another state. */
  public ImportFile as(FileStatus newStatus, String newReason) {
    return new ImportFile(
        id, importId, place, name, sha256, bytes, newStatus, newReason, form, records, read,
        counts);
  }

  /** The same file after its survey: ready to be loaded. */
  public ImportFile surveyed(long found, Form foundForm, String note) {
    return new ImportFile(
        id,
        importId,
        place,
        name,
        sha256,
        bytes,
        FileStatus.LOADING,
        note,
        foundForm,
        found,
        read,
        counts);
  }

  /** The same file at its next checkpoint. */
  public ImportFile readOn(long more, Counts moreCounts) {
    return new ImportFile(
        id,
        importId,
        place,
        name,
        sha256,
        bytes,
        status,
        reason,
        form,
        records,
        read + more,
        counts.plus(moreCounts));
  }
}
