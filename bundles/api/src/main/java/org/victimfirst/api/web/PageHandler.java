package org.victimfirst.api.web;

import org.osgi.annotation.versioning.ConsumerType;

/** Answers a request for a page. Called by many threads at once. */
@ConsumerType
@FunctionalInterface
public interface PageHandler {
  /**
   * Answers. Exceptions that the shell knows become their pages: {@link
   * org.victimfirst.api.security.AccessDeniedException} "no permission", {@link
   * org.victimfirst.api.rest.ProblemException} with 404 "not found"; all others the error page with
   * the request's id.
   */
  PageResponse answer(PageRequest request) throws Exception;
}
