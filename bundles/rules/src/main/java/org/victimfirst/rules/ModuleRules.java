package org.victimfirst.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.sql.DriverManager;
import java.util.List;
import java.util.Timer;
import org.junit.jupiter.api.Test;

/**
 * What holds inside every module: {@code web}, {@code rest}, {@code report}, {@code imports} and
 * {@code privacy} know {@code domain}; {@code store} knows it too; {@code domain} knows none of
 * them and no framework. Of ours a module knows the api only.
 */
public abstract class ModuleRules extends BundleRules {
  private static final List<String> LAYERS =
      List.of("web", "rest", "report", "imports", "privacy", "store");

  /**
   * The rules over one module.
   *
   * @param anchor a class of the module's root package, such as {@code NeedsModule.class}
   */
  protected ModuleRules(Class<?> anchor) {
    super(anchor);
  }

  @Test
  void domainKnowsNoOtherLayer() {
    noClasses()
        .that(in("domain"))
        .should()
        .dependOnClassesThat(ours().and(not(in("domain"))))
        .check(bundle());
  }

  @Test
  void domainKnowsNoFramework() {
    noClasses()
        .that(in("domain"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "javax.persistence..",
            "javax.ws.rs..",
            "javax.servlet..",
            "org.apache..",
            "gg.jte..",
            "com.fasterxml..",
            "org.victimfirst.api.web..")
        .check(bundle());
  }

  @Test
  void domainKnowsNoContractOfAnotherModulesWork() {
    for (String work : List.of("reporting", "intake")) {
      noClasses()
          .that(in("domain"))
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.victimfirst.api." + work + "..")
                  .and(DescribedPredicate.describe("", type -> !root().endsWith("." + work))))
          .check(bundle());
    }
  }

  @Test
  void noLayerKnowsAnother() {
    for (String layer : LAYERS) {
      List<String> others = LAYERS.stream().filter(other -> !other.equals(layer)).toList();
      noClasses()
          .that(in(layer))
          .should()
          .dependOnClassesThat(inOneOf(others))
          .allowEmptyShould(true)
          .as("no classes in %s should depend on another of %s".formatted(layer, LAYERS))
          .check(bundle());
    }
  }

  @Test
  void whatLayersShareKnowsNoneOfThem() {
    noClasses()
        .that(not(inOneOf(LAYERS)))
        .should()
        .dependOnClassesThat(inOneOf(LAYERS))
        .as("no classes outside %s should depend on one of them".formatted(LAYERS))
        .check(bundle());
  }

  @Test
  void entitiesStayInTheStore() {
    classes()
        .that()
        .areAnnotatedWith("javax.persistence.Entity")
        .or()
        .areAnnotatedWith("javax.persistence.Embeddable")
        .should()
        .resideInAPackage(root() + ".store..")
        .allowEmptyShould(true)
        .check(bundle());
  }

  @Test
  void ofOursTheModuleKnowsTheApiOnly() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.victimfirst..")
                .and(not(ours()))
                .and(not(resideInAPackage("org.victimfirst.api.."))))
        .check(bundle());
  }

  @Test
  void nothingHoldsTheModuleAfterItsRemoval() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(ThreadLocal.class, Timer.class, DriverManager.class)
        .as("no class should use what keeps its class loader: ThreadLocal, Timer, DriverManager")
        .check(bundle());
  }

  @Test
  void whoStartsThreadsEndsThem() {
    classes()
        .that(Components.startThreads())
        .should(Components.endThemWhenTheyGo())
        .allowEmptyShould(true)
        .check(bundle());
  }

  private DescribedPredicate<JavaClass> ours() {
    return resideInAPackage(root() + "..");
  }

  private DescribedPredicate<JavaClass> in(String layer) {
    return resideInAPackage(root() + "." + layer + "..");
  }

  private DescribedPredicate<JavaClass> inOneOf(List<String> layers) {
    return resideInAnyPackage(
        layers.stream().map(layer -> root() + "." + layer + "..").toArray(String[]::new));
  }
}
