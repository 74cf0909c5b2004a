package ${package};

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.victimfirst.api.module.ModuleDescriptor;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.security.Permission;
import org.victimfirst.api.security.Roles;

/**
 * What the module says about itself, and the one place that lists what it contributes:
 *
 * <ul>
 *   <li>{@link ${package}.web pages, tab, item of the menu}
 *   <li>{@link ${package}.rest resources}
 *   <li>{@link ${package}.privacy SubjectData}
 * </ul>
 */
@Component
@VictimFirstModule(module = ${module}Module.NAME)
public final class ${module}Module implements ModuleDescriptor {
  /** The module's name. */
  public static final String NAME = "${name}";

  /** The module's title: also of its tab and in the menu. */
  public static final String TITLE = "${title}";

  /** Permission to read. */
  public static final String READ = "${name}:read";

  /** Permission to record and to correct. */
  public static final String RECORD = "${name}:record";

  private static final List<Permission> PERMISSIONS =
      List.of(
          Permission.of(
              READ,
              "Read what is noted under " + TITLE,
              Roles.CASEWORKER,
              Roles.SENIOR_CASEWORKER,
              Roles.SERVICE_MANAGER),
          Permission.of(
              RECORD,
              "Record and correct what is noted under " + TITLE,
              Roles.CASEWORKER,
              Roles.SENIOR_CASEWORKER));

  @Override
  public String title() {
    return TITLE;
  }

  @Override
  public String purpose() {
    return "Keep notes in a case, each with its day.";
  }

  @Override
  public List<Permission> permissions() {
    return PERMISSIONS;
  }
}
