package org.victimfirst.needs;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.victimfirst.api.module.ModuleDescriptor;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.security.Permission;
import org.victimfirst.api.security.Roles;

/**
 * The needs module, and the one place that lists what it contributes:
 *
 * <ul>
 *   <li>pages: {@link org.victimfirst.needs.web tab, assessment pages, reviews due, samples, tile}
 *   <li>resources: {@link org.victimfirst.needs.rest assessments, change, samples}
 *   <li>report sections: {@link org.victimfirst.needs.report identified_needs, reduction_in_need}
 *   <li>the case's timeline and closing: {@link org.victimfirst.needs.store TimelineSource,
 *       ClosureEvidence}
 *   <li>legacy extract: {@link org.victimfirst.needs.imports needs_assessments, impact_sample}
 *   <li>data protection: {@link org.victimfirst.needs.privacy SubjectData}
 * </ul>
 */
@Component
@VictimFirstModule(module = NeedsModule.NAME)
public final class NeedsModule implements ModuleDescriptor {
  /** The module's name. */
  public static final String NAME = "needs";

  /** Permission to read assessments. */
  public static final String READ = "needs:read";

  /** Permission to make and change assessments. */
  public static final String ASSESS = "needs:assess";

  /** Permission to draw samples and to see what changed in a period. */
  public static final String SAMPLE = "needs:sample";

  private static final List<Permission> PERMISSIONS =
      List.of(
          Permission.of(
              READ,
              "Read needs assessments",
              Roles.CASEWORKER,
              Roles.SENIOR_CASEWORKER,
              Roles.RJ_CASEWORKER,
              Roles.SERVICE_MANAGER),
          Permission.of(ASSESS, "Assess needs", Roles.CASEWORKER, Roles.SENIOR_CASEWORKER),
          Permission.of(
              SAMPLE,
              "Draw random samples of closed cases and see how needs changed",
              Roles.SENIOR_CASEWORKER,
              Roles.SERVICE_MANAGER));

  @Override
  public String title() {
    return "Needs";
  }

  @Override
  public String purpose() {
    return "Assess what people need at the start, in reviews and at the end, and show what changed.";
  }

  @Override
  public List<Permission> permissions() {
    return PERMISSIONS;
  }
}
