package org.victimfirst.intake.receive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.persistence.Ids;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.security.Call;
import org.victimfirst.intake.domain.ClaimedFiles;
import org.victimfirst.intake.domain.Imports;
import org.victimfirst.intake.domain.Settings;
import org.victimfirst.intake.domain.StoredFiles;

/**
 * Takes files in: stores them, then adds the import and its job in one transaction. A zip is
 * unpacked as it comes and is never on the disk itself.
 */
@Component(service = Reception.class)
public final class Reception {
  private static final byte[] ZIP = {'P', 'K', 3, 4};

  private final Imports imports;
  private final StoredFiles files;
  private final Ids ids;
  private final Settings settings;
  private final Names names;

  /** Takes what it needs. */
  @Activate
  public Reception(
      @Reference Imports imports,
      @Reference StoredFiles files,
      @Reference Ids ids,
      @Reference Settings settings,
      @Reference ClaimedFiles claimed) {
    this.imports = imports;
    this.files = files;
    this.ids = ids;
    this.settings = settings;
    this.names = new Names(claimed::takes);
  }

  /**
   * Takes a zip with the files of an extract, in a folder or not.
   *
   * @throws ProblemException 400 when it is no zip, 413 when it is too large, 422 when there is
   *     nothing to import in it
   */
  public Receipt zip(Call call, InputStream zip) throws IOException {
    return receive(call, arrival -> unpack(arrival, zip));
  }

  /**
   * Takes one or several files; a single zip is unpacked.
   *
   * @throws ProblemException as {@link #zip} does
   */
  public Receipt files(Call call, List<Upload> uploads) throws IOException {
    if (uploads.size() == 1 && !names.known(Names.last(uploads.get(0).name()))) {
      // Read in one go: what a form sends can often be opened once only.
      PushbackInputStream in = new PushbackInputStream(uploads.get(0).content().open(), ZIP.length);
      try (in) {
        return isZip(in)
            ? zip(call, in)
            : each(call, List.of(new Upload(uploads.get(0).name(), () -> in)));
      }
    }
    return each(call, uploads);
  }

  private static boolean isZip(PushbackInputStream in) throws IOException {
    byte[] start = in.readNBytes(ZIP.length);
    in.unread(start);
    return Arrays.equals(start, ZIP);
  }

  private Receipt each(Call call, List<Upload> uploads) throws IOException {
    Map<String, String> meant =
        names.meant(uploads.stream().map(upload -> Names.last(upload.name())).toList());
    return receive(
        call,
        arrival -> {
          for (Upload upload : uploads) {
            String sent = Names.last(upload.name());
            try (InputStream in = arrival.allowance().counting(upload.content().open())) {
              arrival.take(meant.getOrDefault(sent, sent), in);
            }
          }
        });
  }

  private static void unpack(Arrival arrival, InputStream body) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(arrival.allowance().counting(body))) {
      boolean any = false;
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        any = true;
        if (!entry.isDirectory()) {
          arrival.take(Names.last(entry.getName()), zip);
        }
      }
      if (!any) {
        throw notAZip();
      }
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      throw notAZip();
    }
  }

  private static ProblemException notAZip() {
    return ProblemException.badRequest(
        "not_a_zip", "What was sent is no zip that can be read to its end. Make it again.");
  }

  private Receipt receive(Call call, Filling filling) throws IOException {
    long importId = ids.next();
    files.prepare(importId);
    boolean done = false;
    try {
      Arrival arrival = new Arrival(importId, files, names, new Allowance(settings));
      filling.into(arrival);
      long job = imports.add(call, importId, arrival.received(), keptUntil());
      done = true;
      return new Receipt(importId, job);
    } finally {
      if (!done) {
        files.delete(importId);
      }
    }
  }

  /** The last day on which files are kept, should the import fail; its end says anew. */
  private LocalDate keptUntil() {
    return LocalDate.now(ZoneId.of("Europe/London"))
        .plusDays(Math.max(1, settings.keepDays(false)));
  }

  /** Reads what was sent. */
  @FunctionalInterface
  private interface Filling {
    void into(Arrival arrival) throws IOException;
  }
}
