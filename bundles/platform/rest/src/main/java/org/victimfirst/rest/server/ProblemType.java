package org.victimfirst.rest.server;

import java.util.Arrays;
import java.util.Optional;

/** The problems that the platform itself answers with. Modules add their own codes to these. */
enum ProblemType {
  /** Without a known token or session. */
  NOT_AUTHENTICATED(401, "Not signed in", "Send a valid token: Authorization: Bearer TOKEN."),
  /** The first password is still to be changed. */
  PASSWORD_CHANGE_REQUIRED(403, "Change the password", "Change the password in the console first."),
  /** The session's cookie is for the console's own pages, and for reading. */
  SESSION_NOT_ENOUGH(
      403, "A token is needed", "The console's session may only read, from its own pages."),
  /** "Hide personal details" is on: nothing of this session shows what its pages leave out. */
  DETAILS_HIDDEN(403, "Personal details are hidden", "Show personal details in the console first."),
  /** The permission is missing; member {@code permission}. */
  PERMISSION_MISSING(403, "No permission", "The permission is missing."),
  /** Nothing there. */
  NOT_FOUND(404, "Not found", "There is nothing at this address."),
  /** The address knows other methods. */
  METHOD_NOT_ALLOWED(405, "Method not allowed", "This address does not take this method."),
  /** No such format. */
  NOT_ACCEPTABLE(406, "Format not available", "The formats in Accept are not available here."),
  /** Body in a format that is not read. */
  UNSUPPORTED_MEDIA_TYPE(
      415, "Format not read", "The body's Content-Type is not one that this address reads."),
  /** Not to be read at all. */
  BAD_REQUEST(400, "The request cannot be read", "The request cannot be read."),
  /** No JSON, or broken; members {@code line} and {@code column}. */
  JSON_UNREADABLE(400, "The JSON cannot be read", "The body is not sound JSON."),
  /** A field that is not known; member {@code field}. */
  UNKNOWN_FIELD(400, "A field is not known", "A field is not known."),
  /** A field of the wrong type; member {@code field}. */
  WRONG_TYPE(400, "A value is of the wrong type", "A value is of the wrong type."),
  /** A parameter of the wrong form; member {@code parameter}. */
  BAD_PARAMETER(400, "A parameter cannot be read", "A parameter cannot be read."),
  /** The body is larger than is taken; member {@code limit_bytes}. */
  BODY_TOO_LARGE(413, "The body is too large", "The body is too large."),
  /** A unique key or a check of the database. */
  CONSTRAINT_VIOLATED(
      409, "That does not fit what is stored", "It is there already, or refers to what is not."),
  /** Two writers at once. */
  STALE_VERSION(
      412, "Changed meanwhile", "Somebody else changed it meanwhile. Read it again, then write."),
  /** The database gave way. */
  TRY_AGAIN(503, "Busy", "Two requests got in each other's way. Send it again."),
  /** A fault of ours. */
  INTERNAL_ERROR(500, "Something went wrong", "The log has it under the request's id.");

  private final int status;
  private final String title;
  private final String detail;

  ProblemType(int status, String title, String detail) {
    this.status = status;
    this.title = title;
    this.detail = detail;
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  String detail() {
    return detail;
  }

  String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The type that stands for a bare HTTP status, as JAX-RS gives it. */
  static Optional<ProblemType> ofStatus(int status) {
    return switch (status) {
      case 400 -> Optional.of(BAD_REQUEST);
      case 401 -> Optional.of(NOT_AUTHENTICATED);
      case 403 -> Optional.of(PERMISSION_MISSING);
      case 409 -> Optional.of(CONSTRAINT_VIOLATED);
      case 412 -> Optional.of(STALE_VERSION);
      default -> Arrays.stream(values()).filter(type -> type.status == status).findFirst();
    };
  }
}
