package org.victimfirst.modules.rest;

import java.time.LocalDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.victimfirst.modules.domain.Operation;

/**
 * An order, as the resource says it.
 *
 * @param id its id
 * @param action what was ordered
 * @param module the module
 * @param fromVersion version before, or an empty string
 * @param toVersion version after, or an empty string
 * @param status {@code waiting}, {@code running}, {@code done} or {@code failed}
 * @param message what it is doing, or how it ended and why
 * @param requestedBy login of who ordered it
 * @param requestedAt local time
 * @param endedAt local time; absent while it is at work
 */
record OperationView(
    String id,
    String action,
    String module,
    String fromVersion,
    String toVersion,
    String status,
    String message,
    String requestedBy,
    LocalDateTime requestedAt,
    @Nullable LocalDateTime endedAt) {
  static OperationView of(Operation operation) {
    return new OperationView(
        Long.toString(operation.id()),
        operation.action().name().toLowerCase(Locale.ROOT),
        operation.module(),
        operation.fromVersion(),
        operation.toVersion(),
        operation.status(),
        operation.message(),
        operation.requestedBy(),
        operation.requestedAt(),
        operation.endedAt());
  }
}
