package org.victimfirst.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.security.Call;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.UploadedFile;
import org.victimfirst.api.web.ui.Forms;

/**
 * A request for a page, as the shell hands it over.
 *
 * @param call who asks
 * @param path the address, without query
 * @param segments parts of the path, by name
 * @param query values of the query, by name
 * @param form fields of the form, by name
 * @param uploads files of the form
 * @param hidePersonalDetails whether personal details are hidden
 */
public record TestRequest(
    Call call,
    String path,
    Map<String, String> segments,
    Map<String, List<String>> query,
    Map<String, List<String>> form,
    List<UploadedFile> uploads,
    boolean hidePersonalDetails)
    implements PageRequest {
  /** A request by somebody, without anything else. */
  public static TestRequest by(Call call) {
    return new TestRequest(call, "/", Map.of(), Map.of(), Map.of(), List.of(), false);
  }

  /** For an address, of which some parts have names. */
  public TestRequest at(String address, Map<String, String> named) {
    return new TestRequest(call, address, named, query, form, uploads, hidePersonalDetails);
  }

  /** With one named part of the path. */
  public TestRequest at(String name, Object value) {
    return at(path, with(segments, name, value.toString()));
  }

  /** With a value of the query. */
  public TestRequest asking(String name, String value) {
    return asking(with(query, name, List.of(value)));
  }

  /** With a query. */
  public TestRequest asking(Map<String, List<String>> values) {
    return new TestRequest(call, path, segments, values, form, uploads, hidePersonalDetails);
  }

  /** With a field of the form. */
  public TestRequest sending(String name, String value) {
    return sending(with(form, name, List.of(value)));
  }

  /** With a form. */
  public TestRequest sending(Map<String, List<String>> fields) {
    return new TestRequest(call, path, segments, query, fields, uploads, hidePersonalDetails);
  }

  /** With files. */
  public TestRequest sending(UploadedFile... files) {
    return new TestRequest(call, path, segments, query, form, List.of(files), hidePersonalDetails);
  }

  /** While personal details are hidden. */
  public TestRequest hiding() {
    return hiding(true);
  }

  /** While personal details are hidden or not. */
  public TestRequest hiding(boolean hide) {
    return new TestRequest(call, path, segments, query, form, uploads, hide);
  }

  private static <V> Map<String, V> with(Map<String, V> before, String name, V value) {
    Map<String, V> more = new LinkedHashMap<>(before);
    more.put(name, value);
    return more;
  }

  @Override
  public String segment(String name) {
    return segments.getOrDefault(name, "");
  }

  @Override
  public long id(String name) {
    if (!segment(name).matches("\\d{1,18}")) {
      throw ProblemException.notFound("No number");
    }
    return Long.parseLong(segment(name));
  }

  @Override
  public Optional<String> query(String name) {
    return query.getOrDefault(name, List.of()).stream().findFirst();
  }

  @Override
  public String field(String name) {
    return fields(name).stream().findFirst().orElse("").strip();
  }

  @Override
  public List<String> fields(String name) {
    return form.getOrDefault(name, List.of());
  }

  @Override
  public List<UploadedFile> files(String name) {
    return uploads;
  }

  @Override
  public Html csrf() {
    return Forms.hidden("_csrf", "token");
  }

  @Override
  public Optional<String> notice() {
    return Optional.empty();
  }
}
