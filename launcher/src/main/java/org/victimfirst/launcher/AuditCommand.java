package org.victimfirst.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Looks for audit rows that were changed, removed or inserted. */
final class AuditCommand implements Command {
  @Override
  public String name() {
    return "audit";
  }

  @Override
  public String usage() {
    return "verify [--data DIR]";
  }

  @Override
  public String help() {
    return """
    Checks every row of the audit against its seal, and every seal against the one before.
    Exit code 0: all is well. 1: something was changed, is missing, was inserted or is unsealed.""";
  }

  @Override
  public int run(Path root, List<String> words) {
    Arguments arguments = new Arguments(words, Set.of("--data"), Set.of());
    if (!arguments.word(0, "verify").equals("verify")) {
      throw new LauncherException("audit knows verify.");
    }
    JsonNode result =
        new Client(new Instance(arguments.data(root))).get("/api/v1/security/audit/verify");
    Terminal.say(
        "%,d rows under %,d seals checked."
            .formatted(result.path("rowsChecked").asLong(), result.path("sealsChecked").asLong()));
    JsonNode findings = result.path("findings");
    for (JsonNode finding : findings) {
      Terminal.say("  " + finding.path("sentence").asText(finding.toString()));
    }
    Terminal.say(findings.isEmpty() ? "Nothing was found." : findings.size() + " findings.");
    return findings.isEmpty() ? 0 : 1;
  }
}
