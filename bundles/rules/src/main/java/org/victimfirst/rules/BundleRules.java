package org.victimfirst.rules;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What holds inside every bundle of ours. A bundle's test extends this class, or {@link
 * ModuleRules}, and hands over a class of its root package.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class BundleRules {
  /** Templates and the pages that use them are one thing in two packages. */
  private static final DescribedPredicate<JavaClass> GENERATED =
      resideInAPackage("..web.template..");

  private final String root;
  private final Path folder;
  private final JavaClasses bundle;

  /**
   * The rules over one bundle.
   *
   * @param anchor a class of the bundle's root package, such as {@code NeedsModule.class}
   */
  protected BundleRules(Class<?> anchor) {
    this(anchor, anchor.getPackageName());
  }

  /**
   * The rules over one bundle without a class in its root package.
   *
   * @param anchor any class of the bundle
   * @param root its root package, such as {@code org.victimfirst.api}
   */
  protected BundleRules(Class<?> anchor, String root) {
    Path compiled = compiled(anchor);
    this.root = root;
    this.folder = compiled.resolve("../..").normalize();
    this.bundle = new ClassFileImporter().importPath(compiled).that(resideInAPackage(root + ".."));
  }

  private static Path compiled(Class<?> anchor) {
    try {
      return Path.of(anchor.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(anchor + " was not loaded from a folder", e);
    }
  }

  /** The root package. */
  protected final String root() {
    return root;
  }

  /** The classes of the bundle, without those of its tests. */
  protected final JavaClasses bundle() {
    return bundle;
  }

  @Test
  void noCyclesBetweenPackages() {
    slices()
        .matching(root + ".(**)")
        .should()
        .beFreeOfCycles()
        .ignoreDependency(alwaysTrue(), GENERATED)
        .allowEmptyShould(true)
        .check(bundle);
  }

  @Test
  void componentsGetTheirServicesByConstructorUnlessTheyComeAndGo() {
    members()
        .that()
        .areAnnotatedWith(Components.REFERENCE)
        .should(Components.beDynamic())
        .allowEmptyShould(true)
        .check(bundle);
  }

  @Test
  void fieldsOfComponentsAreFinalUnlessSomethingComesAndGoes() {
    fields()
        .that()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(Components.COMPONENT)
        .should(Components.beFinalOrVolatile())
        .allowEmptyShould(true)
        .check(bundle);
  }

  @Test
  void nothingStaticChanges() {
    fields().that().areStatic().should().beFinal().allowEmptyShould(true).check(bundle);
  }

  @Test
  void publicIsOnlyWhatSomethingElseNeeds() {
    classes()
        .that()
        .arePublic()
        .should(Visibility.beNeededElsewhere(folder))
        .allowEmptyShould(true)
        .check(bundle);
  }

  @Test
  void nothingIsPrintedToTheConsole() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.allowEmptyShould(true).check(bundle);
  }

  @Test
  void noSourceFileIsLongerThanFourHundredLines() throws IOException {
    SourceFiles.checkLength(folder);
  }

  @Test
  void nobodyIsAskedWithPlease() throws IOException {
    SourceFiles.checkWords(folder);
  }
}
