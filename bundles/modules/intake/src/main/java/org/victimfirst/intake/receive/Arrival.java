package org.victimfirst.intake.receive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.intake.domain.FileStatus;
import org.victimfirst.intake.domain.KnownFiles;
import org.victimfirst.intake.domain.ReceivedFile;
import org.victimfirst.intake.domain.StoredFiles;

/** The files of one upload, as they come in. */
final class Arrival {
  private static final int BUFFER = 1 << 16;

  private final long importId;
  private final StoredFiles files;
  private final Names names;
  private final Allowance allowance;
  private final Map<String, ReceivedFile> stored = new LinkedHashMap<>();
  private final List<ReceivedFile> ignored = new ArrayList<>();
  private int number;

  Arrival(long importId, StoredFiles files, Names names, Allowance allowance) {
    this.importId = importId;
    this.files = files;
    this.names = names;
    this.allowance = allowance;
  }

  Allowance allowance() {
    return allowance;
  }

  /** Takes one file; the stream is read to its end and left open. */
  void take(String name, InputStream in) throws IOException {
    allowance.file();
    number++;
    if (!names.known(name)) {
      drain(in);
      ignore(name);
      return;
    }
    if (stored.containsKey(name)) {
      throw new ProblemException(
          422,
          "file_twice",
          "A file is there twice",
          "The upload has " + name + " twice. Send it once.");
    }
    stored.put(name, store(name, in));
  }

  private void ignore(String name) {
    if (name.startsWith(".")) {
      return;
    }
    String reason =
        KnownFiles.BESIDE.contains(name)
            ? "It holds nothing to import and was left aside."
            : "It is not a file of the extract and was left aside. It was not kept.";
    ignored.add(new ReceivedFile(Names.shown(name, number), "", 0, FileStatus.IGNORED, reason));
  }

  private ReceivedFile store(String name, InputStream in) throws IOException {
    MessageDigest digest = sha256();
    long size = 0;
    try (OutputStream out = Files.newOutputStream(files.path(importId, name))) {
      byte[] buffer = new byte[BUFFER];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        allowance.unpacked(count);
        digest.update(buffer, 0, count);
        out.write(buffer, 0, count);
        size += count;
      }
    }
    String hash = HexFormat.of().formatHex(digest.digest());
    return new ReceivedFile(name, hash, size, FileStatus.WAITING, "");
  }

  private void drain(InputStream in) throws IOException {
    byte[] buffer = new byte[BUFFER];
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      allowance.unpacked(count);
    }
  }

  /**
   * All files, those to load first.
   *
   * @throws ProblemException 422 when there is none to load
   */
  List<ReceivedFile> received() {
    if (stored.keySet().stream().allMatch(KnownFiles.MANIFEST::equals)) {
      throw new ProblemException(
          422,
          "nothing_to_import",
          "There is nothing to import",
          "None of the files is a file of the extract. They are named as its schema names them,"
              + " such as referrals.csv.");
    }
    List<ReceivedFile> all = new ArrayList<>(stored.values());
    all.sort(Comparator.comparingInt(file -> KnownFiles.place(file.name())));
    all.addAll(ignored);
    return all;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
