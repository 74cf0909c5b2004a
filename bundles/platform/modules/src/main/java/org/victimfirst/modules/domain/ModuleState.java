package org.victimfirst.modules.domain;

import java.util.List;

/**
 * A module as it is now.
 *
 * @param name such as {@code needs}
 * @param kind {@code module} or {@code area}
 * @param title for people
 * @param purpose one sentence
 * @param version installed version, or an empty string
 * @param phase how it is
 * @param findings what is wrong or worth knowing, in sentences
 * @param schemaVersion version of its schema, or an empty string without one
 * @param available versions that can be installed, oldest first
 * @param deployedFile the file in {@code deploy/} that it was installed from, or an empty string
 */
public record ModuleState(
    String name,
    String kind,
    String title,
    String purpose,
    String version,
    Phase phase,
    List<String> findings,
    String schemaVersion,
    List<String> available,
    String deployedFile) {
  /** Copies the lists. */
  public ModuleState {
    findings = List.copyOf(findings);
    available = List.copyOf(available);
  }

  /** The same, while a change of it is at work. */
  public ModuleState changing() {
    return new ModuleState(
        name,
        kind,
        title,
        purpose,
        version,
        Phase.CHANGING,
        findings,
        schemaVersion,
        available,
        deployedFile);
  }

  /** The same, installed from a file in {@code deploy/}. */
  public ModuleState deployedFrom(String file) {
    return new ModuleState(
        name, kind, title, purpose, version, phase, findings, schemaVersion, available, file);
  }

  /** Whether it is installed, well or not. */
  public boolean installed() {
    return !version.isEmpty();
  }

  /** Health in a few words. */
  public String health() {
    if (!findings.isEmpty()) {
      return findings.get(0);
    }
    return phase == Phase.RUNNING ? "Healthy" : phase.words();
  }
}
