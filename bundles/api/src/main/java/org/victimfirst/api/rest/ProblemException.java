package org.victimfirst.api.rest;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something is wrong, said as RFC 9457 says it. The {@code type} sent is {@code
 * /api/v1/problems#CODE}; codes are stable, so that a caller's program may rely on them.
 */
public class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;
  private final String title;
  private final transient Map<String, Object> members = new LinkedHashMap<>();

  /**
   * A problem.
   *
   * @param status HTTP status, 400 to 599
   * @param code stable, snake case, such as {@code unknown_code}
   * @param title what is wrong in general
   * @param detail what, where and what to do, for this request; no personal data
   */
  public ProblemException(int status, String code, String title, String detail) {
    super(detail);
    this.status = status;
    this.code = code;
    this.title = title;
  }

  /** 404: nothing there, or nothing that the caller may know of. */
  public static ProblemException notFound(String what) {
    return new ProblemException(404, "not_found", "Not found", what);
  }

  /** 400: the request cannot be read. */
  public static ProblemException badRequest(String code, String detail) {
    return new ProblemException(400, code, "The request cannot be read", detail);
  }

  /** 409: the request is sound but does not fit what is stored. */
  public static ProblemException conflict(String code, String detail) {
    return new ProblemException(409, code, "That does not fit what is stored", detail);
  }

  /** 412: somebody else changed it meanwhile. */
  public static ProblemException stale(String detail) {
    return new ProblemException(412, "stale_version", "Changed meanwhile", detail);
  }

  /** 422: a field's value is refused. */
  public static ProblemException field(String field, String code, String detail) {
    return new ProblemException(422, code, "A value is refused", detail).with("field", field);
  }

  /** Adds a member to the problem, such as {@code field} or {@code current_version}. */
  public ProblemException with(String member, Object value) {
    members.put(member, value);
    return this;
  }

  /** HTTP status. */
  public int status() {
    return status;
  }

  /** Stable code. */
  public String code() {
    return code;
  }

  /** What is wrong in general. */
  public String title() {
    return title;
  }

  /** Further members, in order. */
  public Map<String, Object> members() {
    return Map.copyOf(members);
  }
}
