package org.victimfirst.intake.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.job.JobState;
import org.victimfirst.intake.domain.Counts;
import org.victimfirst.intake.domain.ImportFile;
import org.victimfirst.intake.domain.ImportHead;

/**
 * An import with its progress.
 *
 * @param id its id
 * @param job the job that does it, or did it last
 * @param status {@code waiting}, {@code running}, {@code done} or {@code failed}
 * @param message a sentence for people, or an empty string
 * @param receivedAt when its files came, local time
 * @param receivedBy name of who sent them
 * @param extractDate day on which the extract was made
 * @param extractDateFrom {@code manifest} or {@code received}
 * @param startedAt when the job began first
 * @param endedAt when the job ended last
 * @param keptUntil last day on which the files are kept
 * @param filesDeletedAt when they were deleted
 * @param rows data records of all files whose form was checked
 * @param read records read so far
 * @param totals what became of them
 * @param files the files, in their order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportDto(
    String id,
    @Nullable JobDto job,
    String status,
    String message,
    LocalDateTime receivedAt,
    String receivedBy,
    @Nullable LocalDate extractDate,
    String extractDateFrom,
    @Nullable LocalDateTime startedAt,
    @Nullable LocalDateTime endedAt,
    @Nullable LocalDate keptUntil,
    @Nullable LocalDateTime filesDeletedAt,
    long rows,
    long read,
    CountsDto totals,
    List<FileDto> files) {

  static ImportDto of(ImportHead head, Optional<JobState> job, List<ImportFile> files) {
    return new ImportDto(
        Long.toString(head.id()),
        job.map(JobDto::of).orElse(null),
        head.status().code(),
        head.message(),
        head.receivedAt(),
        head.receivedBy(),
        head.extractDate(),
        head.extractDateFrom(),
        head.startedAt(),
        head.endedAt(),
        head.keptUntil(),
        head.filesDeletedAt(),
        files.stream().mapToLong(ImportFile::records).sum(),
        files.stream().mapToLong(ImportFile::read).sum(),
        CountsDto.of(files.stream().map(ImportFile::counts).reduce(Counts.NONE, Counts::plus)),
        files.stream().map(FileDto::of).toList());
  }

  /**
   * What became of rows; {@code added}, {@code unchanged} and {@code rejected} add up to those
   * read.
   *
   * @param added rows that were new
   * @param unchanged rows that were there already
   * @param rejected rows that were left out
   * @param reported rows that were taken and that somebody should look at
   */
  record CountsDto(long added, long unchanged, long rejected, long reported) {
    static CountsDto of(Counts counts) {
      return new CountsDto(
          counts.added(), counts.unchanged(), counts.rejected(), counts.reported());
    }
  }

  /**
   * The job, as it says itself.
   *
   * @param id its id
   * @param status {@code waiting}, {@code running}, {@code done} or {@code failed}
   * @param done rows read in this run
   * @param total rows in all, 0 while unknown
   * @param message what it is doing, or why it failed
   */
  record JobDto(String id, String status, long done, long total, String message) {
    static JobDto of(JobState job) {
      return new JobDto(
          Long.toString(job.id()), job.status(), job.done(), job.total(), job.message());
    }
  }

  /**
   * One file; {@code added}, {@code unchanged} and {@code rejected} add up to {@code read}.
   *
   * @param file its name
   * @param status {@code waiting}, {@code loading}, {@code loaded}, {@code refused}, {@code
   *     no_module}, {@code ignored} or {@code expired}
   * @param message a sentence that explains the status, or an empty string
   * @param sha256 of its bytes; an empty string when it was not kept
   * @param bytes its size
   * @param encoding {@code utf-8}, {@code windows-1252}, {@code mixed}, or an empty string
   * @param rows data records in it
   * @param read records read so far
   * @param added rows that were new
   * @param unchanged rows that were there already
   * @param rejected rows that were left out
   * @param reported rows that were taken and that somebody should look at
   */
  record FileDto(
      String file,
      String status,
      String message,
      String sha256,
      long bytes,
      String encoding,
      long rows,
      long read,
      long added,
      long unchanged,
      long rejected,
      long reported) {
    static FileDto of(ImportFile file) {
      return new FileDto(
          file.name(),
          file.status().code(),
          file.reason(),
          file.sha256(),
          file.bytes(),
          file.form().encoding(),
          file.records(),
          file.read(),
          file.counts().added(),
          file.counts().unchanged(),
          file.counts().rejected(),
          file.counts().reported());
    }
  }
}
