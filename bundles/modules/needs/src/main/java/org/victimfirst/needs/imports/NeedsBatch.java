package org.victimfirst.needs.imports;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.cases.LegacyCase;
import org.victimfirst.api.intake.ExtractRow;
import org.victimfirst.api.persistence.Ids;
import org.victimfirst.needs.domain.AssessmentStage;
import org.victimfirst.needs.domain.KeySet;
import org.victimfirst.needs.domain.LegacyAssessment;

/** Puts the rows of one batch together to assessments, on top of what is stored of their cases. */
final class NeedsBatch {
  static final String KEY = "needs_id";

  private final Map<Long, List<LegacyAssessment>> cases;
  private final KeySet keys;
  private final KeySet met;
  private final long importId;
  private final Ids ids;
  private final Map<Long, List<LegacyAssessment>> touched = new LinkedHashMap<>();
  private int added;

  /**
   * A batch.
   *
   * @param cases what is stored of the batch's cases
   * @param keys the keys that were loaded before; the batch adds its own
   * @param met rows of earlier imports that stand in this one; the batch adds its own
   */
  NeedsBatch(
      Map<Long, List<LegacyAssessment>> cases, KeySet keys, KeySet met, long importId, Ids ids) {
    this.cases = cases;
    this.keys = keys;
    this.met = met;
    this.importId = importId;
    this.ids = ids;
  }

  /** All assessments of each case that has something new. */
  Collection<List<LegacyAssessment>> touched() {
    return touched.values();
  }

  /** How many rows were added. */
  int added() {
    return added;
  }

  /**
   * Takes a row, unless a check refuses it.
   *
   * @return whether an earlier import stored it, with the same content
   */
  boolean take(ExtractRow row, LegacyCase theCase, RowChecks checks) {
    AssessmentStage stage = AssessmentStage.of(row.get("stage")).orElseThrow();
    LocalDateTime at = row.time("assessed_at");
    if (at == null) {
      throw new IllegalStateException("A mandatory column is empty");
    }
    List<LegacyAssessment> all = cases.computeIfAbsent(theCase.id(), id -> new ArrayList<>());
    LegacyAssessment assessment = find(all, stage);
    LegacyAssessment.Row before = assessment == null ? null : assessment.row(row.get("area"));
    if (before != null && row.key().equals(before.key())) {
      return before.hash() == row.contentHash()
          ? checks.firstCopy(row, KEY, before.importId(), met)
          : checks.duplicateKey(row, KEY);
    }
    if (fits(row, before, assessment, checks)
        && checks.withinCase(row, "assessed_at", theCase)
        && inOrder(row, stage, at, all, checks)) {
      add(row, theCase, stage, at, all, assessment);
      if (assessment != null && !assessment.assessedOn().equals(at.toLocalDate())) {
        checks.report(
            row,
            "assessed_at",
            "contradiction",
            "Other needs of this assessment have another date. The first one stands.");
      }
    }
    return false;
  }

  private boolean fits(
      ExtractRow row,
      LegacyAssessment.@Nullable Row before,
      @Nullable LegacyAssessment assessment,
      RowChecks checks) {
    if (before != null) {
      return checks.duplicateValue(
          row, "area", "The need has a level at this stage already. The first one stands.");
    }
    if (keys.contains(row.key())) {
      return checks.duplicateKey(row, KEY);
    }
    return assessment == null
        || assessment.fromExtract()
        || checks.duplicateValue(
            row, "stage", "The needs were assessed at this stage here already. That stands.");
  }

  private static boolean inOrder(
      ExtractRow row,
      AssessmentStage stage,
      LocalDateTime at,
      List<LegacyAssessment> all,
      RowChecks checks) {
    for (LegacyAssessment other : all) {
      int order = other.stage().compareTo(stage);
      boolean wrong =
          order < 0 && at.toLocalDate().isBefore(other.assessedOn())
              || order > 0 && at.toLocalDate().isAfter(other.assessedOn());
      if (wrong) {
        return checks.dateOrder(
            row, "assessed_at", "The stages start, review and end are not in this order.");
      }
    }
    return true;
  }

  private void add(
      ExtractRow row,
      LegacyCase theCase,
      AssessmentStage stage,
      LocalDateTime at,
      List<LegacyAssessment> all,
      @Nullable LegacyAssessment assessment) {
    LegacyAssessment target = assessment;
    if (target == null) {
      int place = 1 + all.stream().mapToInt(LegacyAssessment::place).max().orElse(0);
      target =
          new LegacyAssessment(
              ids.next(), theCase.id(), stage, place, at, LegacyAssessment.State.NEW);
      all.add(target);
    }
    target.put(
        new LegacyAssessment.Row(
            row.get("area"), row.get("level"), row.key(), row.contentHash(), importId, false));
    keys.add(row.key());
    touched.put(theCase.id(), all);
    added++;
  }

  private static @Nullable LegacyAssessment find(
      List<LegacyAssessment> all, AssessmentStage stage) {
    LegacyAssessment found = null;
    for (LegacyAssessment assessment : all) {
      if (assessment.stage() == stage
          && (assessment.fromExtract() || stage != AssessmentStage.REVIEW)) {
        found = assessment;
      }
    }
    return found;
  }
}
