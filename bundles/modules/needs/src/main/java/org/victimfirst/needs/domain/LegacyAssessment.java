package org.victimfirst.needs.domain;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An assessment that is put together from rows of the legacy extract. Rows of one assessment may be
 * anywhere in the file, so it may be half stored already; used by one thread.
 */
public final class LegacyAssessment {
  private final long id;
  private final long caseId;
  private final AssessmentStage stage;
  private final int place;
  private final LocalDateTime assessedAt;
  private final State state;
  private final Map<String, Row> rows = new LinkedHashMap<>();

  /**
   * An assessment without rows.
   *
   * @param id its id
   * @param caseId the case
   * @param stage its stage
   * @param place its place among the case's assessments
   * @param assessedAt when the person was asked; local time
   * @param state where it is
   */
  public LegacyAssessment(
      long id,
      long caseId,
      AssessmentStage stage,
      int place,
      LocalDateTime assessedAt,
      State state) {
    this.id = id;
    this.caseId = caseId;
    this.stage = stage;
    this.place = place;
    this.assessedAt = assessedAt;
    this.state = state;
  }

  /** Where an assessment is. */
  public enum State {
    /** Not in the database yet. */
    NEW,
    /** In the database, and finished. */
    STORED,
    /** In the database, begun in the console and to be finished there. */
    DRAFT
  }

  /**
   * The level of one need.
   *
   * @param area code of {@code need_area}
   * @param level code of {@code need_level}; an empty string while it was not asked
   * @param key key of the row in the extract; null when it was entered in the console
   * @param hash hash of the row's content
   * @param importId the import that it came with; 0 where that is not known
   * @param stored whether the database has it
   */
  public record Row(
      String area, String level, @Nullable String key, long hash, long importId, boolean stored) {}

  /** Takes a row. */
  public void put(Row row) {
    rows.put(row.area(), row);
  }

  /** The row of a need. */
  public @Nullable Row row(String area) {
    return rows.get(area);
  }

  /** All rows. */
  public Collection<Row> rows() {
    return rows.values();
  }

  /** Whether it came from the extract; else from the console. */
  public boolean fromExtract() {
    return state == State.NEW || rows.values().stream().anyMatch(row -> row.key() != null);
  }

  /** The levels as ratings. */
  public List<NeedRating> ratings() {
    return rows.values().stream().map(row -> new NeedRating(row.area(), row.level(), "")).toList();
  }

  /** Its id. */
  public long id() {
    return id;
  }

  /** The case. */
  public long caseId() {
    return caseId;
  }

  /** Its stage. */
  public AssessmentStage stage() {
    return stage;
  }

  /** Its place among the case's assessments. */
  public int place() {
    return place;
  }

  /** When the person was asked; local time. */
  public LocalDateTime assessedAt() {
    return assessedAt;
  }

  /** The day on which the person was asked. */
  public LocalDate assessedOn() {
    return assessedAt.toLocalDate();
  }

  /** Where it is. */
  public State state() {
    return state;
  }
}
