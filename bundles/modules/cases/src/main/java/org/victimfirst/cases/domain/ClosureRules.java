package org.victimfirst.cases.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.area.Code;
import org.victimfirst.api.area.CodeList;
import org.victimfirst.api.cases.SafeContact;
import org.victimfirst.api.cases.SafeContact.State;

/**
 * Which outcomes fit what happened. The rules are data: the attributes {@code requires} and {@code
 * refuses} of a code of {@code closure_outcome} name facts, separated by blanks. All that are
 * required must be there, none that is refused may be.
 *
 * <p>Facts of the cases module: those that the attribute {@code facts} of {@code contact_result}
 * gives to each attempt ({@code spoke}, {@code attempted}, {@code letter_sent}, {@code
 * officer_did_not_respond}), {@code attempted} for any attempt, {@code lives_elsewhere}, {@code
 * safe_to_write}, {@code safe_to_leave_message}, {@code consent_service}, {@code consent_share},
 * {@code duplicate_named}. All others come from other modules.
 */
public final class ClosureRules {
  /** Fact: the form names the referral that this one repeats. */
  public static final String DUPLICATE_NAMED = "duplicate_named";

  /** Fact: the officer in the case was asked and did not answer. */
  public static final String OFFICER_DID_NOT_RESPOND = "officer_did_not_respond";

  private static final String LIST = "closure_outcome";

  private static final Map<String, String> MISSING =
      Map.ofEntries(
          Map.entry("spoke", "Nobody has spoken with the person yet"),
          Map.entry("attempted", "No attempt to reach the person is recorded"),
          Map.entry("letter_sent", "No letter is recorded as sent"),
          Map.entry("lives_elsewhere", "The area recorded is not outside this service's area"),
          Map.entry("safe_to_write", "A letter is not safe, or nobody has asked"),
          Map.entry("onward_referral_made", "No referral to another organisation is recorded"),
          Map.entry(OFFICER_DID_NOT_RESPOND, "No unanswered question to the officer is recorded"),
          Map.entry("needs_assessed", "Needs have not been assessed"),
          Map.entry("end_assessment_made", "The needs assessment at the end is missing"),
          Map.entry("consent_share", "Consent to share with other services is not recorded"),
          Map.entry("consent_service", "Consent to support is not recorded"));

  private static final Map<String, String> PRESENT =
      Map.of(
          "spoke", "Somebody has spoken with the person",
          "letter_sent", "A letter was sent",
          "safe_to_write", "A letter is safe, so information can be sent",
          "needs_assessed", "Needs have been assessed",
          "end_assessment_made", "Needs were assessed at the end, so support was given",
          "attempted", "An attempt to reach the person is recorded");

  private ClosureRules() {}

  /** The cases module's own facts about a case. */
  public static Set<String> ownFacts(
      AreaProfile profile,
      List<ContactAttempt> attempts,
      SafeContact safeContact,
      String beat,
      List<Consent> consents) {
    Set<String> facts = new LinkedHashSet<>();
    CodeList results = profile.list("contact_result");
    for (ContactAttempt attempt : attempts) {
      facts.add("attempted");
      facts.addAll(words(results, attempt.result(), "facts"));
    }
    if (safeContact.state("letter") == State.YES) {
      facts.add("safe_to_write");
    }
    if (safeContact.state("voicemail") == State.YES) {
      facts.add("safe_to_leave_message");
    }
    String elsewhere = profile.settings().getOrDefault("geography.elsewhere", "");
    profile
        .list("beat")
        .find(beat)
        .filter(code -> !elsewhere.isEmpty() && elsewhere.equals(code.parent()))
        .ifPresent(code -> facts.add("lives_elsewhere"));
    for (String kind : Consent.KINDS) {
      if (inForce(consents, kind).equals("yes")) {
        facts.add("consent_" + kind);
      }
    }
    return facts;
  }

  /**
   * The outcomes that the profile offers on a day, each with the reasons against it.
   *
   * @param facts what happened, from all modules
   */
  public static List<OutcomeChoice> choices(AreaProfile profile, LocalDate day, Set<String> facts) {
    CodeList list = profile.list(LIST);
    String suggested = suggested(list, day, facts);
    List<OutcomeChoice> choices = new ArrayList<>();
    for (Code code : list.on(day)) {
      choices.add(
          new OutcomeChoice(
              code.code(),
              code.label(),
              code.attribute("support_level").orElse("none"),
              reasons(list, code, facts),
              words(list, code.code(), "requires").contains(DUPLICATE_NAMED),
              code.code().equals(suggested)));
    }
    return choices;
  }

  /** The last answer to a question of consent, or {@code not_asked}. */
  public static String inForce(List<Consent> consents, String kind) {
    String answer = "not_asked";
    for (Consent consent : consents) {
      if (consent.kind().equals(kind)) {
        answer = consent.answer();
      }
    }
    return answer;
  }

  private static List<String> reasons(CodeList list, Code code, Set<String> facts) {
    List<String> reasons = new ArrayList<>();
    for (String fact : words(list, code.code(), "requires")) {
      if (!facts.contains(fact) && !fact.equals(DUPLICATE_NAMED)) {
        reasons.add(MISSING.getOrDefault(fact, "Missing: " + fact.replace('_', ' ')));
      }
    }
    for (String fact : words(list, code.code(), "refuses")) {
      if (facts.contains(fact)) {
        reasons.add(PRESENT.getOrDefault(fact, "It does not fit with: " + fact.replace('_', ' ')));
      }
    }
    return reasons;
  }

  /** The first of those that fit with the most conditions; none without any condition. */
  private static String suggested(CodeList list, LocalDate day, Set<String> facts) {
    String best = "";
    int most = 0;
    for (Code code : list.on(day)) {
      Set<String> required = words(list, code.code(), "requires");
      int conditions = required.size() * 2 + words(list, code.code(), "refuses").size();
      boolean fits = reasons(list, code, facts).isEmpty() && !required.contains(DUPLICATE_NAMED);
      if (fits && !required.isEmpty() && conditions > most) {
        best = code.code();
        most = conditions;
      }
    }
    return best;
  }

  private static Set<String> words(CodeList list, String code, String attribute) {
    Set<String> words = new LinkedHashSet<>();
    list.find(code)
        .flatMap(found -> found.attribute(attribute))
        .ifPresent(
            text -> {
              for (String word : text.split("[ ,]+", -1)) {
                if (!word.isEmpty()) {
                  words.add(word);
                }
              }
            });
    return words;
  }
}
