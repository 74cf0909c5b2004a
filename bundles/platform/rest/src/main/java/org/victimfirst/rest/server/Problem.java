package org.victimfirst.rest.server;

import java.util.LinkedHashMap;
import java.util.Map;
import org.victimfirst.api.rest.ProblemException;

/** A problem as RFC 9457 says it, ready to be written. */
record Problem(int status, String code, String title, String detail, Map<String, Object> members) {
  static final String MEDIA_TYPE = "application/problem+json";
  static final String TYPES = "/api/v1/problems";

  static Problem of(ProblemType type) {
    return of(type, type.detail());
  }

  static Problem of(ProblemType type, String detail) {
    return new Problem(type.status(), type.code(), type.title(), detail, new LinkedHashMap<>());
  }

  static Problem of(ProblemException e) {
    String detail = e.getMessage() == null ? e.title() : e.getMessage();
    return new Problem(e.status(), e.code(), e.title(), detail, new LinkedHashMap<>(e.members()));
  }

  Problem with(String member, Object value) {
    members.put(member, value);
    return this;
  }

  /** The members in the order in which people read them. */
  Map<String, Object> body(String requestId) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", TYPES + "#" + code);
    body.put("title", title);
    body.put("status", status);
    body.put("detail", detail);
    body.put("code", code);
    body.put("request_id", requestId);
    members.forEach(body::putIfAbsent);
    return body;
  }
}
