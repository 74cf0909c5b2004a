package org.victimfirst.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagedTest {
  private final List<Integer> read = new ArrayList<>();

  private Paged<String> list(int page, List<String> all) {
    read.add(page);
    int from = Math.min(all.size(), Paged.offset(page, 2));
    return new Paged<>(all.subList(from, Math.min(all.size(), from + 2)), page, 2, all.size());
  }

  @Test
  void aPageThatIsThereIsReadOnce() {
    assertThat(Paged.atMostLast(2, page -> list(page, List.of("a", "b", "c"))).items())
        .containsExactly("c");
    assertThat(read).containsExactly(2);
  }

  @Test
  void pastTheEndIsTheLastPage() {
    Paged<String> shown = Paged.atMostLast(9999, page -> list(page, List.of("a", "b", "c")));

    assertThat(shown.page()).isEqualTo(2);
    assertThat(shown.items()).containsExactly("c");
  }

  @Test
  void ofAnEmptyListTheFirstPageIsShown() {
    Paged<String> shown = Paged.atMostLast(7, page -> list(page, List.of()));

    assertThat(shown.page()).isEqualTo(1);
    assertThat(shown.items()).isEmpty();
  }
}
