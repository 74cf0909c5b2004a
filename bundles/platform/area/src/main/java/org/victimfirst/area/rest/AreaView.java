package org.victimfirst.area.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.area.AgeBand;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.area.Code;
import org.victimfirst.api.area.CodeList;
import org.victimfirst.api.area.LengthBand;

/**
 * The profile without its lists.
 *
 * @param code the area's code
 * @param edition edition of the profile
 * @param name the area's name
 * @param serviceName the service's name
 * @param settings contact details and other settings
 * @param ageBands youngest first
 * @param lengthBands shortest first
 * @param lists names of the code lists
 */
record AreaView(
    String code,
    String edition,
    String name,
    String serviceName,
    Map<String, String> settings,
    List<AgeBand> ageBands,
    List<LengthBand> lengthBands,
    List<String> lists) {
  static AreaView of(AreaProfile profile) {
    return new AreaView(
        profile.code(),
        profile.edition(),
        profile.name(),
        profile.serviceName(),
        profile.settings(),
        profile.ageBands(),
        profile.lengthBands(),
        profile.listNames());
  }

  /** A code list. */
  public record ListView(String name, List<CodeView> codes) {
    static ListView of(CodeList list) {
      return new ListView(list.name(), list.codes().stream().map(CodeView::of).toList());
    }
  }

  /** One code. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record CodeView(
      String code,
      String label,
      @Nullable String parent,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      Map<String, String> attributes) {
    static CodeView of(Code code) {
      return new CodeView(
          code.code(), code.label(), code.parent(), code.from(), code.to(), code.attributes());
    }
  }

  /** What the validator found. */
  public record Findings(List<String> findings) {}
}
