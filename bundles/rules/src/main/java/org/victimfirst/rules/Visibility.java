package org.victimfirst.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Whether a class has to be public. */
final class Visibility {
  /** What reads these by reflection asks for public classes. */
  private static final Set<String> FRAMEWORKS =
      Set.of(
          Components.COMPONENT,
          "javax.persistence.Entity",
          "javax.persistence.Embeddable",
          "javax.ws.rs.ext.Provider",
          "org.apache.karaf.shell.api.action.lifecycle.Service");

  private static final String MADE_BY_NAME = "org.flywaydb.core.api.logging.LogCreator";

  private Visibility() {}

  static ArchCondition<JavaClass> beNeededElsewhere(Path folder) {
    String exported = exported(folder);
    return new ArchCondition<>("be needed outside their packages, else be package-private") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean needed =
            type.getEnclosingClass().isPresent()
                || exported.contains(type.getPackageName())
                || type.isAnnotation()
                || type.isAssignableTo(MADE_BY_NAME)
                || hasConstants(type)
                || FRAMEWORKS.stream().anyMatch(type::isAnnotatedWith)
                || usedElsewhere(type);
        events.add(
            new SimpleConditionEvent(
                type,
                needed,
                type.getName()
                    + " is public, and nothing outside its package"
                    + " uses it: leave out public"));
      }
    };
  }

  /** The compiler copies constants to where they are used, so that their use cannot be seen. */
  private static boolean hasConstants(JavaClass type) {
    return type.getFields().stream()
        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
        .filter(field -> !field.getModifiers().contains(JavaModifier.PRIVATE))
        .map(JavaField::getRawType)
        .anyMatch(value -> value.isPrimitive() || value.isEquivalentTo(String.class));
  }

  private static boolean usedElsewhere(JavaClass type) {
    return Stream.concat(Stream.of(type), nested(type))
        .flatMap(part -> part.getDirectDependenciesToSelf().stream())
        .anyMatch(use -> !use.getOriginClass().getPackageName().equals(type.getPackageName()));
  }

  private static Stream<JavaClass> nested(JavaClass type) {
    return type.getPackage().getClasses().stream()
        .filter(part -> part.getName().startsWith(type.getName() + "$"));
  }

  private static String exported(Path folder) {
    Path manifest = folder.resolve("target/classes/META-INF/MANIFEST.MF");
    if (!Files.exists(manifest)) {
      return "";
    }
    try (InputStream in = Files.newInputStream(manifest)) {
      return Optional.ofNullable(new Manifest(in).getMainAttributes().getValue("Export-Package"))
          .orElse("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
