package org.victimfirst.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.victimfirst.api.intake.ExtractColumn;
import org.victimfirst.api.intake.ExtractLoader;
import org.victimfirst.intake.domain.Counts;
import org.victimfirst.intake.domain.FileStatus;
import org.victimfirst.intake.domain.ImportFile;

/** Which files are loaded at the same time. */
class NextFileTest {
  private static final List<ImportFile> LEFT =
      Stream.of("needs.csv", "sample.csv", "attempts.csv").map(NextFileTest::file).toList();
  private static final Map<String, Set<String>> AFTER =
      Map.of("needs.csv", Set.of(), "sample.csv", Set.of("needs.csv"), "attempts.csv", Set.of());

  private static ImportFile file(String name) {
    return new ImportFile(
        1, 1, 1, name, "", 0, FileStatus.LOADING, "", ImportFile.Form.UNKNOWN, 0, 0, Counts.NONE);
  }

  private static Optional<Loaders.Claim> claim(String name, Map<String, Set<String>> after) {
    return Optional.of(
        new Loaders.Claim(name, new Named(name, after.getOrDefault(name, Set.of())), "", 0, 0));
  }

  private static List<String> loaded(List<NextFile> next) {
    return next.stream()
        .filter(one -> one.claim().isPresent())
        .map(one -> one.file().name())
        .toList();
  }

  @Test
  void whatBuildsOnAFileThatIsLeftIsLoadedLater() {
    assertThat(loaded(NextFile.of(LEFT, name -> claim(name, AFTER))))
        .containsExactly("needs.csv", "attempts.csv");
    assertThat(loaded(NextFile.of(List.of(file("sample.csv")), name -> claim(name, AFTER))))
        .containsExactly("sample.csv");
  }

  @Test
  void aLoaderThatComesWhileItIsDecidedDoesNotLoadBesideWhatItBuildsOn() {
    Map<String, Integer> asked = new HashMap<>();
    Function<String, Optional<Loaders.Claim>> late =
        name ->
            name.equals("sample.csv") && asked.merge(name, 1, Integer::sum) == 1
                ? Optional.empty()
                : claim(name, AFTER);

    List<NextFile> next = NextFile.of(LEFT, late);

    assertThat(loaded(next)).containsExactly("needs.csv", "attempts.csv");
    assertThat(next).extracting(one -> one.file().name()).contains("sample.csv");
  }

  @Test
  void aRingIsBegunSomewhere() {
    Map<String, Set<String>> ring =
        Map.of("needs.csv", Set.of("sample.csv"), "sample.csv", Set.of("needs.csv"));

    assertThat(loaded(NextFile.of(LEFT.subList(0, 2), name -> claim(name, ring))))
        .containsExactly("needs.csv");
  }

  private record Named(String file, Set<String> after) implements ExtractLoader {
    @Override
    public List<ExtractColumn> columns() {
      return List.of();
    }

    @Override
    public Session open(Import run) {
      throw new AssertionError("The order is found without opening " + file);
    }
  }
}
