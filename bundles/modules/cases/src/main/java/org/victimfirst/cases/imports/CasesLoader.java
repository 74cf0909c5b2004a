package org.victimfirst.cases.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.area.AreaProfiles;
import org.victimfirst.api.intake.ExtractColumn;
import org.victimfirst.api.intake.ExtractLoader;
import org.victimfirst.api.intake.ExtractRow;
import org.victimfirst.api.intake.LoadResult;
import org.victimfirst.api.intake.Problems;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.api.persistence.Ids;
import org.victimfirst.api.persistence.References;
import org.victimfirst.cases.domain.FactCodes;

/** Loads cases with their facts. */
@Component
@VictimFirstModule(module = "cases")
public final class CasesLoader implements ExtractLoader {
  static final String FILE = "cases.csv";
  static final String KEY = "case_id";

  private final Database database;
  private final Ids ids;
  private final References references;
  private final AreaProfiles profiles;
  private final FactCodes codes;

  @Activate
  public CasesLoader(
      @Reference(target = "(victimfirst.module=cases)") Database database,
      @Reference Ids ids,
      @Reference References references,
      @Reference AreaProfiles profiles,
      @Reference FactCodes codes) {
    this.database = database;
    this.ids = ids;
    this.references = references;
    this.profiles = profiles;
    this.codes = codes;
  }

  @Override
  public String file() {
    return FILE;
  }

  @Override
  public List<ExtractColumn> columns() {
    return List.of(
        ExtractColumn.text(KEY),
        ExtractColumn.text("referral_id"),
        ExtractColumn.text("caseworker"),
        ExtractColumn.time("opened_at"),
        ExtractColumn.time("first_attempt_at").optional(),
        ExtractColumn.time("first_contact_at").optional(),
        ExtractColumn.time("closed_at").optional(),
        ExtractColumn.code("closure_outcome", "closure_outcome").optional(),
        ExtractColumn.code("support_level", "support_level").optional(),
        ExtractColumn.number("length_of_support_days"),
        ExtractColumn.text("duplicate_of_referral_id").optional());
  }

  @Override
  public Set<String> after() {
    return Set.of(ReferralsLoader.FILE);
  }

  @Override
  public Session open(Import run) {
    return new Loading(run);
  }

  private final class Loading implements Session {
    private final Import run;
    private final Seen seen;

    Loading(Import run) {
      this.run = run;
      this.seen = new Seen("cases.support_case", run.importId());
    }

    @Override
    public void passedOver(Connection connection, List<ExtractRow> rows) throws SQLException {
      seen.passedOver(connection, rows);
    }

    @Override
    public LoadResult load(Connection connection, List<ExtractRow> rows, Problems problems)
        throws SQLException {
      int unchanged = 0;
      List<ExtractRow> fresh = new ArrayList<>(rows.size());
      Map<String, ExtractRow> once = new HashMap<>(rows.size() * 2);
      for (ExtractRow row : rows) {
        // A second row of this batch is judged when the first one has been stored or refused.
        Seen.Verdict verdict =
            once.containsKey(row.key())
                ? Seen.Verdict.NEW
                : seen.look(connection, row, KEY, problems);
        unchanged += verdict == Seen.Verdict.UNCHANGED ? 1 : 0;
        if (verdict == Seen.Verdict.NEW) {
          once.put(row.key(), row);
          fresh.add(row);
        }
      }
      return new LoadResult(store(connection, fresh, problems), unchanged);
    }

    private int store(Connection connection, List<ExtractRow> rows, Problems problems)
        throws SQLException {
      if (rows.isEmpty()) {
        return 0;
      }
      AreaProfile profile = profiles.current();
      Map<String, LegacyReferral> referrals =
          LegacyReferral.find(connection, database.dialect(), referralKeys(rows));
      Set<Long> taken = new HashSet<>();
      int added = 0;
      List<String> free = references.next(rows.size());
      try (CaseBatch batch =
          new CaseBatch(database, connection, ids, codes, profile, run.importId())) {
        for (ExtractRow row : rows) {
          if (seen.look(connection, row, KEY, problems) != Seen.Verdict.NEW) {
            continue;
          }
          LegacyReferral referral = referrals.get(row.get("referral_id"));
          LegacyReferral original = referrals.get(row.get("duplicate_of_referral_id"));
          boolean second =
              referral != null && (referral.hasCase() || taken.contains(referral.id()));
          CaseRules rules = new CaseRules(row, problems, profile, run.extractDate());
          if (referral != null && rules.sound(referral, second, original)) {
            batch.add(row, referral, original, free.get(added));
            taken.add(referral.id());
            seen.stored(connection, row);
            added++;
          } else if (referral == null) {
            rules.refuseOrphan();
          }
        }
        batch.store();
      }
      return added;
    }

    private Set<String> referralKeys(List<ExtractRow> rows) {
      Set<String> keys = new LinkedHashSet<>(rows.size() * 2);
      for (ExtractRow row : rows) {
        keys.add(row.get("referral_id"));
        if (!row.get("duplicate_of_referral_id").isEmpty()) {
          keys.add(row.get("duplicate_of_referral_id"));
        }
      }
      return keys;
    }

    @Override
    public void finish(Connection connection, Problems problems) {
      // All checks are made row by row.
    }

    @Override
    public void close() {
      // Holds nothing but memory.
    }
  }
}
