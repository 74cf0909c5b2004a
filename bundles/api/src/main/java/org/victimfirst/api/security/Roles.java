package org.victimfirst.api.security;

/** Codes of the roles that the platform brings. Roles are data: an administrator may add others. */
public final class Roles {
  /** Takes in referrals and makes the first contact. */
  public static final String TRIAGE_WORKER = "triage_worker";

  /** Supports people. */
  public static final String CASEWORKER = "caseworker";

  /** Supports people and supervises caseworkers. */
  public static final String SENIOR_CASEWORKER = "senior_caseworker";

  /** Runs restorative justice cases. */
  public static final String RJ_CASEWORKER = "rj_caseworker";

  /** Records community work. */
  public static final String ENGAGEMENT_OFFICER = "engagement_officer";

  /** Answers for the service. */
  public static final String SERVICE_MANAGER = "service_manager";

  /** The commissioner's analyst: aggregates only, never a name. */
  public static final String ANALYST = "analyst";

  /** Modules and users, never a case. */
  public static final String ADMINISTRATOR = "administrator";

  /** Reads the audit. */
  public static final String AUDITOR = "auditor";

  /** A partner's system, by token. */
  public static final String PARTNER_SYSTEM = "partner_system";

  /**
   * Whoever owns the data folder, through the launcher; not a role that people get. A permission
   * that names it among its default roles may be used with the owner's token.
   */
  public static final String OWNER = "owner";

  private Roles() {}
}
