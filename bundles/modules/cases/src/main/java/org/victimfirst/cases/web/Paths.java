package org.victimfirst.cases.web;

/** Addresses of the module's pages. */
final class Paths {
  static final String LIST = "/cases";

  /** The own open cases, what is due first. */
  static final String OWN = LIST + "?status=open&worker=me&sort=next_action";

  static final String FIND = "/find";
  static final String REFERRALS = "/cases/referrals";
  static final String REFERRAL_NEW = "/cases/referrals/new";
  static final String REFERRAL = "/cases/referrals/{referralId:[0-9]+}";
  static final String LINKS = "/cases/links";
  private static final String CASE = "/cases/{caseId:[0-9]+}";
  static final String SHOW = CASE + "/show";
  static final String CONTACT_NEW = CASE + "/contact/new";
  static final String SAFE_CONTACT = CASE + "/safe-contact";
  static final String NOTES = CASE + "/notes";
  static final String AMEND = CASE + "/notes/{noteId:[0-9]+}/amend";
  static final String CLOSE = CASE + "/close";
  static final String REOPEN = CASE + "/reopen";
  static final String ASSIGN = CASE + "/assign";
  static final String NEXT = CASE + "/next-action";
  static final String CONSENT = CASE + "/consent";
  static final String DETAILS = CASE + "/person/details";
  static final String COMPARE = CASE + "/person/compare/{referralId:[0-9]+}";
  static final String EQUALITY = CASE + "/person/equality";
  static final String PRINT = CASE + "/print";

  private Paths() {}

  static String of(long caseId) {
    return LIST + "/" + caseId;
  }

  static String of(String route, long caseId) {
    return route.replace("{caseId:[0-9]+}", Long.toString(caseId));
  }

  static String compare(long caseId, long referralId) {
    return of(COMPARE, caseId).replace("{referralId:[0-9]+}", Long.toString(referralId));
  }

  static String referral(long referralId) {
    return REFERRALS + "/" + referralId;
  }

  static String tab(long caseId, String key) {
    return of(caseId) + "/" + key;
  }
}
