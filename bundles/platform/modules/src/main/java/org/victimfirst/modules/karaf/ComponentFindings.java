package org.victimfirst.modules.karaf;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** What keeps the bundles and components of a module from work. */
final class ComponentFindings {
  private final List<String> lasting = new ArrayList<>();
  private final List<String> passing = new ArrayList<>();

  private ComponentFindings() {}

  /** What will not go away by itself. */
  List<String> lasting() {
    return lasting;
  }

  /** What goes away when something else arrives. */
  List<String> passing() {
    return passing;
  }

  static ComponentFindings of(
      List<Bundle> bundles, Set<String> expected, ServiceComponentRuntime components) {
    ComponentFindings findings = new ComponentFindings();
    Set<String> missing = new java.util.TreeSet<>(expected);
    for (Bundle bundle : bundles) {
      missing.remove(bundle.getSymbolicName());
      if (bundle.getState() != Bundle.ACTIVE) {
        findings.passing.add("The bundle " + bundle.getSymbolicName() + " is not started");
      }
      for (ComponentDescriptionDTO component : components.getComponentDescriptionDTOs(bundle)) {
        findings.look(component, components.getComponentConfigurationDTOs(component));
      }
    }
    missing.forEach(name -> findings.passing.add("The bundle " + name + " is not there"));
    return findings;
  }

  private void look(
      ComponentDescriptionDTO component, Iterable<ComponentConfigurationDTO> configurations) {
    for (ComponentConfigurationDTO configuration : configurations) {
      if (configuration.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE) {
        for (UnsatisfiedReferenceDTO reference : configuration.unsatisfiedReferences) {
          passing.add(simple(component.name) + " waits for " + wanted(component, reference));
        }
      } else if (configuration.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
        lasting.add(simple(component.name) + " did not start; the log says why");
      }
    }
  }

  private static String wanted(
      ComponentDescriptionDTO component, UnsatisfiedReferenceDTO unsatisfied) {
    for (var reference : component.references) {
      if (reference.name.equals(unsatisfied.name)) {
        return simple(reference.interfaceName);
      }
    }
    return unsatisfied.name;
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
