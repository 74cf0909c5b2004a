package org.victimfirst.security.internal.domain;

/**
 * One row of the audit.
 *
 * @param time to the millisecond
 * @param details JSON object, keys in order
 * @param rowHash SHA-256 over all other fields, as stored, in hexadecimal
 */
public record AuditRow(
    long id,
    AuditTime time,
    long actorId,
    String actorLogin,
    String actorKind,
    String origin,
    String requestId,
    String action,
    String subjectType,
    long subjectId,
    String details,
    String rowHash) {}
