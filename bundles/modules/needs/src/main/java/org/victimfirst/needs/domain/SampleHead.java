package org.victimfirst.needs.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A sample in a list: without its cases.
 *
 * @param id its id
 * @param drawnOn the day on which it was drawn
 * @param drawnBy login of who drew it, or an empty string when it was handed over
 * @param draw how it was drawn; null when it was handed over with the legacy extract
 * @param cases how many cases it has
 */
public record SampleHead(
    long id, LocalDate drawnOn, String drawnBy, ImpactSample.@Nullable Draw draw, int cases) {}
