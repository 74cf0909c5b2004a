package org.victimfirst.itests.karaf;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.inject.Inject;
import org.apache.karaf.features.BootFinished;
import org.apache.karaf.features.Dependency;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.features.FeaturesService.Option;
import org.apache.karaf.features.Repository;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleRevision;

/** Every module and area, read from the feature files themselves, leaves and returns. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class FeaturesTest {
  private static final EnumSet<Option> QUIETLY = EnumSet.of(Option.NoAutoRefreshBundles);

  @Inject private FeaturesService features;
  @Inject private BundleContext context;

  /** Injected when all boot features are there: no test begins before. */
  @Inject private BootFinished booted;

  /** The container. */
  @Configuration
  public org.ops4j.pax.exam.Option[] configuration() {
    return Distribution.options();
  }

  /** All that boots is there. */
  @Test
  public void everyBundleIsActive() {
    assertNotNull(booted);
    for (Bundle bundle : context.getBundles()) {
      boolean fragment =
          (bundle.adapt(BundleRevision.class).getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
      if (!fragment) {
        assertEquals(bundle.getSymbolicName(), Bundle.ACTIVE, bundle.getState());
      }
    }
  }

  /** Each leaves with those that need it, and returns; nobody else is touched. */
  @Test
  public void everyModuleLeavesAndReturns() throws Exception {
    List<Feature> modules = modules();
    assertTrue("features of modules and areas: " + modules, modules.size() >= 5);
    for (Feature module : modules) {
      Set<String> leaving = withDependents(module, modules);
      Set<String> leavingBundles = bundlesOf(leaving, modules);
      Wirings before = Wirings.without(context, leavingBundles);

      features.uninstallFeatures(leaving, "root", QUIETLY);
      for (String name : leaving) {
        assertFalse(name, features.isInstalled(features.getFeature(name)));
      }
      for (Bundle bundle : context.getBundles()) {
        assertFalse(bundle.getSymbolicName(), leavingBundles.contains(bundle.getSymbolicName()));
      }
      assertEquals(module.getName(), before, Wirings.without(context, leavingBundles));

      features.installFeatures(leaving, "root", QUIETLY);
      for (Bundle bundle : context.getBundles()) {
        if (leavingBundles.contains(bundle.getSymbolicName())) {
          assertEquals(bundle.getSymbolicName(), Bundle.ACTIVE, bundle.getState());
        }
      }
      assertEquals(module.getName(), before, Wirings.without(context, leavingBundles));
    }
  }

  private List<Feature> modules() throws Exception {
    List<Feature> modules = new ArrayList<>();
    for (Repository repository : features.listRepositories()) {
      if (Set.of("victimfirst-modules", "victimfirst-areas").contains(repository.getName())) {
        modules.addAll(Arrays.asList(repository.getFeatures()));
      }
    }
    return modules;
  }

  private static Set<String> withDependents(Feature module, List<Feature> modules) {
    Set<String> names = new LinkedHashSet<>();
    names.add(module.getName());
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Feature other : modules) {
        for (Dependency dependency : other.getDependencies()) {
          if (names.contains(dependency.getName())) {
            grown |= names.add(other.getName());
          }
        }
      }
    }
    return names;
  }

  private static Set<String> bundlesOf(Set<String> names, List<Feature> modules) {
    Set<String> bundles = new HashSet<>();
    for (Feature feature : modules) {
      if (names.contains(feature.getName())) {
        feature.getBundles().forEach(bundle -> bundles.add(bundle.getLocation().split("/")[1]));
      }
    }
    return bundles;
  }
}
