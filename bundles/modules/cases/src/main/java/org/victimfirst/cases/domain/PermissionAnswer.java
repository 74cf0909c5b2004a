package org.victimfirst.cases.domain;

import org.victimfirst.api.cases.SafeContact.State;

/**
 * What a person answered about one channel.
 *
 * @param channel {@code call}, {@code voicemail}, {@code text}, {@code email} or {@code letter}
 * @param state yes, no, or not asked (which ends an earlier answer)
 * @param note when or how, or an empty string; personal data
 */
public record PermissionAnswer(String channel, State state, String note) {}
