package org.victimfirst.cases.domain;

import java.util.List;
import java.util.Optional;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.api.security.Call;

/**
 * Reads cases. Every method needs {@code cases:read} ({@code cases:search} for {@link #search}) and
 * records the reading; without the permission it throws {@link
 * org.victimfirst.api.security.AccessDeniedException}.
 */
public interface CaseFiles {
  /**
   * One case with person, referral, safe contact and attempts: three statements, and one more when
   * a referral gave other ways to reach the person.
   */
  Optional<CaseFile> find(Call call, long caseId);

  /** A page of a list of cases. */
  Paged<CaseRow> list(Call call, CaseFilter filter, int page, int size);

  /** How many cases there are. It names nobody, so it is not recorded. */
  long count(Call call, CaseFilter filter);

  /** Some cases by id, in that order; those that are not there are left out. */
  List<CaseRow> rows(Call call, List<Long> caseIds);

  /** Cases by name, date of birth, reference or police reference. */
  SearchResult search(Call call, PersonSearch search);

  /** Notes of a case, oldest first. */
  List<Note> notes(Call call, long caseId);

  /** Changes of the state of a case, oldest first. */
  List<HistoryEntry> history(Call call, long caseId);

  /** All answers about consent, oldest first; the last of a kind is in force. */
  List<Consent> consents(Call call, long caseId);

  /** All answers about safe contact, newest first, with what the referrer told. */
  List<PermissionEntry> permissionHistory(Call call, long caseId);

  /** The outcomes of the area, with the reasons against each, and the one that fits best. */
  List<OutcomeChoice> outcomes(Call call, long caseId);

  /** Logins that have open cases, in order: for filters. */
  List<String> caseworkers(Call call);

  /** Logins that have open cases, and how many: for handing over. */
  List<Workload> workloads(Call call);

  /**
   * Open cases of a caseworker.
   *
   * @param login whose, or an empty string for cases that nobody has
   * @param open how many
   * @param due how many have a next action that is due today or late
   */
  record Workload(String login, long open, long due) {}
}
