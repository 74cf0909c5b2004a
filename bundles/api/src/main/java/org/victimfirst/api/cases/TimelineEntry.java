package org.victimfirst.api.cases;

import java.time.LocalDateTime;

/**
 * One thing that happened to a case.
 *
 * @param at local time
 * @param title what, such as "Call, no answer"
 * @param by who did it, or an empty string
 * @param detail a sentence, or an empty string; personal data
 * @param address the page that shows it, or an empty string
 */
public record TimelineEntry(
    LocalDateTime at, String title, String by, String detail, String address) {}
