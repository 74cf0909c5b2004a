package org.victimfirst.api.baseline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;
import org.osgi.annotation.versioning.Version;
import org.victimfirst.api.security.Call;
import org.victimfirst.rules.BundleRules;

/** What holds in the api besides what holds everywhere. */
class ApiRulesTest extends BundleRules {
  ApiRulesTest() {
    super(Call.class, "org.victimfirst.api");
  }

  @Test
  void everyInterfaceSaysWhoImplementsIt() {
    classes()
        .that()
        .areInterfaces()
        .and()
        .areNotAnnotations()
        .and()
        .arePublic()
        .should()
        .beAnnotatedWith(ProviderType.class)
        .orShould()
        .beAnnotatedWith(ConsumerType.class)
        .because("bnd takes from it what breaks whom when a method is added")
        .check(bundle());
  }

  @Test
  void everyPackageHasAVersion() {
    classes().should(lieInAPackageWithAVersion()).check(bundle());
  }

  private static ArchCondition<JavaClass> lieInAPackageWithAVersion() {
    return new ArchCondition<>("lie in a package whose package-info has a @Version") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Optional<String> version =
            type.getPackage()
                .tryGetAnnotationOfType(Version.class)
                .map(Version::value)
                .filter(value -> value.matches("[0-9]+\\.[0-9]+\\.[0-9]+"));
        events.add(
            new SimpleConditionEvent(
                type, version.isPresent(), type.getPackageName() + " has no @Version(\"1.0.0\")"));
      }
    };
  }
}
