package org.victimfirst.cases.domain;

/** Names of the module's permissions. */
public final class CasePermissions {
  /** Read cases. */
  public static final String READ = "cases:read";

  /** Search for people and cases. */
  public static final String SEARCH = "cases:search";

  /** Open cases, write notes, consent, next action and details. */
  public static final String WRITE = "cases:write";

  /** Record contacts and change safe contact. */
  public static final String CONTACT = "cases:contact";

  /** Assign cases. */
  public static final String ASSIGN = "cases:assign";

  /** Close cases. */
  public static final String CLOSE = "cases:close";

  /** Open closed cases again. */
  public static final String REOPEN = "cases:reopen";

  private CasePermissions() {}
}
