package org.victimfirst.modules.rest;

import java.util.List;
import org.victimfirst.modules.domain.ModuleState;

/**
 * A module, as the resource says it.
 *
 * @param name such as {@code needs}
 * @param kind {@code module} or {@code area}
 * @param title for people
 * @param purpose one sentence
 * @param version installed version; absent when it is not installed
 * @param state {@code running}, {@code starting}, {@code failed}, {@code changing} or {@code
 *     available}
 * @param health in a few words
 * @param findings what is wrong, in sentences
 * @param schemaVersion version of its tables; absent without
 * @param available versions that can be installed
 * @param deployedFile the file in {@code deploy/} that it was installed from; absent without
 */
record ModuleView(
    String name,
    String kind,
    String title,
    String purpose,
    @org.jspecify.annotations.Nullable String version,
    String state,
    String health,
    List<String> findings,
    @org.jspecify.annotations.Nullable String schemaVersion,
    List<String> available,
    @org.jspecify.annotations.Nullable String deployedFile) {
  static ModuleView of(ModuleState state) {
    return new ModuleView(
        state.name(),
        state.kind(),
        state.title(),
        state.purpose(),
        state.installed() ? state.version() : null,
        state.phase().name().toLowerCase(java.util.Locale.ROOT),
        state.health(),
        state.findings(),
        state.schemaVersion().isEmpty() ? null : state.schemaVersion(),
        state.available(),
        state.deployedFile().isEmpty() ? null : state.deployedFile());
  }
}
