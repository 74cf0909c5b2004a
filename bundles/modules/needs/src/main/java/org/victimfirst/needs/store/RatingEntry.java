package org.victimfirst.needs.store;

import java.io.Serializable;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import org.jspecify.annotations.Nullable;
import org.victimfirst.needs.domain.NeedRating;

/** A row of {@code needs.rating}, without its assessment. */
@Embeddable
public class RatingEntry implements Serializable {
  private static final long serialVersionUID = 1;

  /** Part of the value as well as the key: JPA takes two that say the same for one. */
  @Column(name = "need_area")
  private String area = "";

  @Column(name = "need_level")
  private String level = "";

  private String note = "";

  @Column(name = "legacy_key")
  private @Nullable String legacyKey;

  @Column(name = "legacy_hash")
  private @Nullable Long legacyHash;

  @Column(name = "import_id")
  private @Nullable Long importId;

  /** For JPA. */
  protected RatingEntry() {}

  RatingEntry(NeedRating rating) {
    area = rating.area();
    answer(rating);
  }

  /** Takes the answer; where the row came from stays. */
  void answer(NeedRating rating) {
    level = rating.level();
    note = rating.note();
  }

  NeedRating toRating() {
    return new NeedRating(area, level, note);
  }
}
