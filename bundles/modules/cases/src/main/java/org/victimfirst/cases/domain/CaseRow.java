package org.victimfirst.cases.domain;

import org.victimfirst.api.cases.CaseSummary;
import org.victimfirst.api.cases.SafeContact;

/**
 * One case in a list.
 *
 * @param summary the case in a line
 * @param source code of {@code referral_source}
 * @param next what is to be done next
 * @param safeContact how the person may be contacted
 */
public record CaseRow(
    CaseSummary summary, String source, NextAction next, SafeContact safeContact) {}
