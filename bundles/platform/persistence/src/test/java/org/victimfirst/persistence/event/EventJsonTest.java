package org.victimfirst.persistence.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.victimfirst.api.cases.CaseOpened;
import org.victimfirst.api.event.Event;

class EventJsonTest {
  record KettleBoiled(
      long subjectId,
      int litres,
      boolean whistled,
      String kind,
      @Nullable LocalDate on,
      LocalDateTime at)
      implements Event {}

  record KettleLost(long subjectId, Object where) implements Event {}

  @Test
  void everyKindOfComponentComesBack() {
    KettleBoiled event =
        new KettleBoiled(
            9_007_199_254_740_993L,
            2,
            true,
            "\"green\" \\ té",
            LocalDate.of(2020, 2, 29),
            LocalDateTime.of(2020, 3, 29, 1, 30, 0, 123_000_000));
    assertThat(EventJson.read(KettleBoiled.class, EventJson.write(event))).isEqualTo(event);
  }

  @Test
  void whatAnOlderVersionDidNotWriteIsEmpty() {
    KettleBoiled event = EventJson.read(KettleBoiled.class, "{\"subjectId\": 7, \"gone\": 1}");
    assertThat(event.subjectId()).isEqualTo(7);
    assertThat(event.litres()).isZero();
    assertThat(event.whistled()).isFalse();
    assertThat(event.kind()).isNull();
    assertThat(event.at()).isNull();
  }

  @Test
  void otherKindsOfComponentAreRefused() {
    assertThatThrownBy(() -> EventJson.write(new KettleLost(1, new StringBuilder())))
        .hasMessageContaining("where");
  }

  @Test
  void topicsAreNamedAfterModules() {
    assertThat(Topic.of(CaseOpened.class)).isEqualTo("victimfirst/cases/CaseOpened");
    assertThat(Topic.of(KettleBoiled.class)).isEqualTo("victimfirst/persistence/KettleBoiled");
  }
}
