package org.victimfirst.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Prints the report of a period. */
final class ReportCommand implements Command {
  private static final Map<String, String> FORMATS =
      Map.of("json", "application/json", "html", "text/html", "csv", "text/csv");

  @Override
  public String name() {
    return "report";
  }

  @Override
  public String usage() {
    return "--from DATE --to DATE [--format json|html|csv] [--out FILE] [--data DIR]";
  }

  @Override
  public String help() {
    return """
    Prints the quarterly report of a period, both days included. Dates are like 2020-04-01.
      --format F   json (if not said), html or csv
      --out FILE   write it to this file; if not said, to the terminal""";
  }

  @Override
  public int run(Path root, List<String> words) {
    Arguments arguments =
        new Arguments(words, Set.of("--from", "--to", "--format", "--out", "--data"), Set.of());
    String path =
        "/api/v1/reporting/quarterly?from=%s&to=%s"
            .formatted(date(arguments.required("--from")), date(arguments.required("--to")));
    String format = arguments.option("--format").orElse("json");
    String accept = FORMATS.get(format);
    if (accept == null) {
      throw new LauncherException("--format is json, html or csv, not " + format + ".");
    }
    Client client = new Client(new Instance(arguments.data(root)));
    try (InputStream report = client.stream("GET", path, accept)) {
      if (arguments.option("--out").isPresent()) {
        Path out = Path.of(arguments.required("--out"));
        Files.copy(report, out, StandardCopyOption.REPLACE_EXISTING);
        Terminal.say("Written to " + out);
      } else {
        report.transferTo(System.out);
        System.out.println();
      }
    } catch (IOException e) {
      throw new LauncherException("The report cannot be written: " + e.getMessage());
    }
    return 0;
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new LauncherException("Write the date like 2020-04-01, not " + text + ".");
    }
  }
}
