package org.victimfirst.cases.domain;

import org.jspecify.annotations.Nullable;
import org.victimfirst.api.cases.SafeContact.State;

/**
 * What a person answered about one channel. An answer that is in force already changes nothing, and
 * a note alone does not make it last longer: see {@link Permissions#after}.
 *
 * @param channel {@code call}, {@code voicemail}, {@code text}, {@code email} or {@code letter}
 * @param state yes, no, or not asked (which ends an earlier answer); null keeps what is in force
 * @param note when or how, or an empty string; null keeps it while the answer stays; personal data
 * @param askedAgain whether the person was asked today, even if the answer is the same; with "not
 *     asked" it takes back an answer that has ended
 */
public record PermissionAnswer(
    String channel, @Nullable State state, @Nullable String note, boolean askedAgain) {}
