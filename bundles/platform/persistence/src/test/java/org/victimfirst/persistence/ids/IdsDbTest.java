package org.victimfirst.persistence.ids;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.persistence.References;
import org.victimfirst.persistence.TestInstallation;

class IdsDbTest {
  @ParameterizedTest
  @EnumSource(Dialect.class)
  void noTwoNodesOrThreadsMakeTheSameId(Dialect dialect) throws Exception {
    try (TestInstallation test = TestInstallation.open(dialect)) {
      List<NodeIds> nodes = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        nodes.add(new NodeIds(test.pool()));
      }
      Set<Long> made = ConcurrentHashMap.newKeySet();
      inThreads(
          10,
          thread -> {
            for (int i = 0; i < 20_000; i++) {
              made.add(nodes.get(thread % nodes.size()).next());
            }
          });
      assertThat(made).hasSize(200_000);
      nodes.forEach(NodeIds::close);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void nodesThatStartTogetherGetDifferentNumbers(Dialect dialect) throws Exception {
    try (TestInstallation test = TestInstallation.open(dialect)) {
      Set<Long> numbers = ConcurrentHashMap.newKeySet();
      Set<NodeIds> nodes = ConcurrentHashMap.newKeySet();
      inThreads(
          8,
          thread -> {
            NodeIds node = new NodeIds(test.pool());
            nodes.add(node);
            numbers.add(node.next() >> 12 & 1023);
          });
      assertThat(numbers).hasSize(8);
      nodes.forEach(NodeIds::close);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void whoeverGetsANumberNextBeginsAfterWhatWasReserved(Dialect dialect) throws Exception {
    try (TestInstallation test = TestInstallation.open(dialect)) {
      NodeTable dead = new NodeTable(test.pool());
      Lease before = dead.take();
      // It died, and its clock was an hour ahead of ours.
      long reserved = before.to() + 3_600_000;
      test.execute(
          "UPDATE platform.node SET lease_until = 0, reserved_to = "
              + reserved
              + " WHERE node_number = "
              + before.number());
      Lease after = new NodeTable(test.pool()).take();

      assertThat(after.number()).isEqualTo(before.number());
      assertThat(after.from()).isGreaterThan(reserved);
      assertThat(dead.prolong(before, before.to()).number()).isNotEqualTo(before.number());
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void referencesAreUniqueAndReadable(Dialect dialect) throws Exception {
    try (TestInstallation test = TestInstallation.open(dialect)) {
      Set<String> made = ConcurrentHashMap.newKeySet();
      References shared = new NumberedReferences(test.pool());
      inThreads(
          6,
          thread -> {
            References references = thread < 3 ? shared : new NumberedReferences(test.pool());
            for (int i = 0; i < 200; i++) {
              made.add(references.next());
              made.addAll(references.next(7));
            }
          });
      assertThat(made).hasSize(6 * 200 * 8);
      assertThat(made)
          .allMatch(r -> r.matches("VF-[2-79ACDEFGHJ-NP-RT-Z]{3}-[2-79ACDEFGHJ-NP-RT-Z]{4}"))
          .allMatch(r -> shared.parse(r).orElseThrow().equals(r));
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void referencesAreReadAsPeopleTypeThem(Dialect dialect) throws Exception {
    try (TestInstallation test = TestInstallation.open(dialect)) {
      References references = test.installation().references();
      String right = references.next();
      String bare = right.substring(3);

      assertThat(references.parse(" " + right.toLowerCase(Locale.ROOT) + " ")).contains(right);
      assertThat(references.parse(bare)).contains(right);
      assertThat(references.parse(bare.replace("-", ""))).contains(right);
      assertThat(references.parse("vf " + bare.replace('-', ' '))).contains(right);
      assertThat(references.parse(right.replace('-', '–'))).contains(right);
      assertThat(references.parse(right + "2")).isEmpty();
      assertThat(references.parse("")).isEmpty();
      assertThat(references.parse("VF-OOO-1111")).isEmpty();
    }
  }

  private static void inThreads(int count, Task task) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int number = i;
        running.add(
            threads.submit(
                () -> {
                  task.run(number);
                  return number;
                }));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } finally {
      threads.shutdown();
    }
  }

  private interface Task {
    void run(int thread) throws Exception;
  }
}
