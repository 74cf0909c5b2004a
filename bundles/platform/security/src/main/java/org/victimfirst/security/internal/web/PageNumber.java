package org.victimfirst.security.internal.web;

import org.victimfirst.api.web.PageRequest;

/** Numbers in addresses and hidden fields, which anybody may have changed. */
final class PageNumber {
  private PageNumber() {}

  /** The page of a list that is asked for, from 1. */
  static int of(PageRequest request) {
    return Math.max(1, number(request.query("page").orElse(""), 1));
  }

  static int number(String text, int otherwise) {
    return text.matches("\\d{1,8}") ? Integer.parseInt(text) : otherwise;
  }
}
