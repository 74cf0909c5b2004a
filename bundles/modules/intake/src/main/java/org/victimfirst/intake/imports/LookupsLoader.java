package org.victimfirst.intake.imports;

import java.sql.Connection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.area.AreaProfiles;
import org.victimfirst.api.area.Code;
import org.victimfirst.api.area.CodeList;
import org.victimfirst.api.intake.ExtractColumn;
import org.victimfirst.api.intake.ExtractLoader;
import org.victimfirst.api.intake.ExtractRow;
import org.victimfirst.api.intake.LoadResult;
import org.victimfirst.api.intake.Problems;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.intake.domain.KnownFiles;

/**
 * Holds the old system's lists against the area profile. It stores nothing: the profile stands, and
 * every difference is reported.
 */
@Component(service = ExtractLoader.class)
@VictimFirstModule(module = "intake")
public final class LookupsLoader implements ExtractLoader {
  private static final List<ExtractColumn> COLUMNS =
      List.of(
          ExtractColumn.text("list"),
          ExtractColumn.text("code"),
          ExtractColumn.text("label"),
          ExtractColumn.number("sort_order"),
          ExtractColumn.text("parent_code").optional());

  private final AreaProfiles profiles;

  /** Compares with the profile in force. */
  @Activate
  public LookupsLoader(@Reference AreaProfiles profiles) {
    this.profiles = profiles;
  }

  @Override
  public String file() {
    return KnownFiles.LOOKUPS;
  }

  @Override
  public List<ExtractColumn> columns() {
    return COLUMNS;
  }

  @Override
  public Set<String> after() {
    return Set.of();
  }

  @Override
  public Session open(Import run) {
    return new Comparison(profiles.current());
  }

  private static final class Comparison implements Session {
    private final AreaProfile profile;
    private final Set<String> missingLists = new HashSet<>();

    Comparison(AreaProfile profile) {
      this.profile = profile;
    }

    @Override
    public LoadResult load(Connection connection, List<ExtractRow> rows, Problems problems) {
      for (ExtractRow row : rows) {
        compare(row, problems);
      }
      return new LoadResult(0, rows.size());
    }

    private void compare(ExtractRow row, Problems problems) {
      String name = row.get("list");
      CodeList list = profile.list(name);
      if (list.codes().isEmpty()) {
        if (missingLists.add(name)) {
          problems.report(
              row, "list", "lookup_list_missing", "The area profile has no list of this name.");
        }
        return;
      }
      Optional<Code> found = list.find(row.get("code"));
      if (found.isEmpty()) {
        problems.report(
            row,
            "code",
            "lookup_code_missing",
            "The area profile does not have this code of the list " + name + ".");
        return;
      }
      if (!found.get().label().equals(row.get("label"))) {
        problems.report(
            row,
            "label",
            "lookup_label_differs",
            "The area profile has another label for this code of the list "
                + name
                + ". The profile's is shown.");
      }
      String parent = found.get().parent() == null ? "" : found.get().parent();
      if (!row.get("parent_code").isEmpty() && !row.get("parent_code").equals(parent)) {
        problems.report(
            row,
            "parent_code",
            "lookup_parent_differs",
            "The area profile places this code of the list "
                + name
                + " elsewhere. The profile's place counts.");
      }
    }

    @Override
    public void finish(Connection connection, Problems problems) {
      missingLists.clear();
    }

    @Override
    public void close() {
      missingLists.clear();
    }
  }
}
