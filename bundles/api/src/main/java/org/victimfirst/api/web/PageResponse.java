package org.victimfirst.api.web;

import java.io.IOException;
import java.io.OutputStream;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/** The answer to a request for a page. */
@ProviderType
public sealed interface PageResponse {
  /**
   * A page in the shell's skeleton.
   *
   * @param status HTTP status: 200, or 422 for a form that was refused (the title gets "Error:")
   * @param title what it is, without names: "Record a contact"; the shell adds the reference of the
   *     case and the service's name
   * @param body the content of {@code main}, which begins with an {@code h1}
   * @param nav path of the menu item that it belongs to, such as {@code /cases}, or an empty string
   * @param caseId the case whose head stands above the page, or 0
   * @param tab key of the tab that it belongs to, or an empty string
   */
  record Page(int status, String title, Html body, String nav, long caseId, String tab)
      implements PageResponse {
    /** The same page under a menu item. */
    public Page under(String navPath) {
      return new Page(status, title, body, navPath, caseId, tab);
    }

    /** The same page, of a case. */
    public Page ofCase(long id, String tabKey) {
      return new Page(status, title, body, "/cases", id, tabKey);
    }

    /** The same page as the answer to a form that was refused. */
    public Page refused() {
      return new Page(422, title, body, nav, caseId, tab);
    }
  }

  /**
   * Go elsewhere (303).
   *
   * @param path where, within the console
   * @param notice success message for the next page, or an empty string; no personal data
   */
  record Redirect(String path, String notice) implements PageResponse {}

  /**
   * A file.
   *
   * @param contentType such as {@code text/csv; charset=utf-8}
   * @param fileName without personal data; an empty string shows it in the browser
   * @param content writes it
   */
  record File(String contentType, String fileName, Writer content) implements PageResponse {}

  /** Writes a file. */
  @FunctionalInterface
  @ConsumerType
  interface Writer {
    /** Writes all of it. */
    void to(OutputStream out) throws IOException;
  }

  /** A page. */
  static Page page(String title, Html body) {
    return new Page(200, title, body, "", 0, "");
  }

  /** Go elsewhere. */
  static PageResponse redirect(String path) {
    return new Redirect(path, "");
  }

  /** Go elsewhere and say that it worked. */
  static PageResponse redirect(String path, String notice) {
    return new Redirect(path, notice);
  }

  /** A download. */
  static PageResponse download(String contentType, String fileName, Writer content) {
    return new File(contentType, fileName, content);
  }
}
