package org.victimfirst.api.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.victimfirst.api.security.Actor;
import org.victimfirst.api.security.Call;

/** A request for a page. */
@ProviderType
public interface PageRequest {
  /** Who asks, and from where. */
  Call call();

  /** Who asks. */
  default Actor actor() {
    return call().actor();
  }

  /** The path, without query, such as {@code /needs/assessments/12}. */
  String path();

  /** A part of the path. */
  String segment(String name);

  /**
   * A part of the path as an id.
   *
   * @throws org.victimfirst.api.rest.ProblemException 404, when it is no number
   */
  long id(String name);

  /** A value of the query. */
  Optional<String> query(String name);

  /** All values of the query, in order. */
  Map<String, List<String>> query();

  /** A field of the form, trimmed; an empty string when it was not sent. */
  String field(String name);

  /** All values of a field of the form. */
  List<String> fields(String name);

  /** All fields of the form, to give back what was typed. */
  Map<String, List<String>> form();

  /** Files that were sent with the form. */
  List<UploadedFile> files(String name);

  /** Whether personal details are to be left out ("Hide personal details"). */
  boolean hidePersonalDetails();

  /** The hidden field with the CSRF token, for every form that posts. */
  Html csrf();

  /** The success message that the page before left for this one, if any. */
  Optional<String> notice();
}
