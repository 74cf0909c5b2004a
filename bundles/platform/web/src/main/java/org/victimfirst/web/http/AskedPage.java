package org.victimfirst.web.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.victimfirst.api.persistence.Ids;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.security.Call;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.UploadedFile;

/**
 * A request for a page, as its handler sees it.
 *
 * @param call who asks
 * @param path the path
 * @param segments the named parts of the path
 * @param query the query
 * @param sent the form
 * @param hidePersonalDetails whether personal details are to be left out
 * @param csrf the hidden field for forms
 * @param notice what the page before left, if any
 */
public record AskedPage(
    Call call,
    String path,
    Map<String, String> segments,
    Map<String, List<String>> query,
    SentForm sent,
    boolean hidePersonalDetails,
    Html csrf,
    Optional<String> notice)
    implements PageRequest {
  /** The longest number that is an id. */
  @Override
  public String segment(String name) {
    String value = segments.get(name);
    if (value == null) {
      throw new IllegalArgumentException("The route has no part named " + name);
    }
    return value;
  }

  @Override
  public long id(String name) {
    return Ids.parse(segment(name)).orElseThrow(() -> ProblemException.notFound("No such address"));
  }

  @Override
  public Optional<String> query(String name) {
    return query.getOrDefault(name, List.of()).stream().findFirst();
  }

  @Override
  public String field(String name) {
    return sent.field(name).strip();
  }

  @Override
  public List<String> fields(String name) {
    return List.copyOf(sent.fields().getOrDefault(name, List.of()));
  }

  @Override
  public Map<String, List<String>> form() {
    return sent.fields();
  }

  @Override
  public List<UploadedFile> files(String name) {
    return sent.files(name);
  }
}
