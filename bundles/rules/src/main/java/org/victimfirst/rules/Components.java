package org.victimfirst.rules;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Conditions on components of Declarative Services. */
final class Components {
  static final String COMPONENT = "org.osgi.service.component.annotations.Component";
  static final String DEACTIVATE = "org.osgi.service.component.annotations.Deactivate";
  static final String REFERENCE = "org.osgi.service.component.annotations.Reference";

  private Components() {}

  static ArchCondition<JavaMember> beDynamic() {
    return new ArchCondition<>("be dynamic; a service that stays comes by the constructor") {
      @Override
      public void check(JavaMember member, ConditionEvents events) {
        events.add(
            new SimpleConditionEvent(
                member, dynamic(member), member.getDescription() + " is a static reference"));
      }
    };
  }

  static DescribedPredicate<JavaClass> startThreads() {
    return DescribedPredicate.describe(
        "start threads",
        type ->
            Stream.concat(
                    type.getConstructorCallsFromSelf().stream(),
                    type.getMethodCallsFromSelf().stream())
                .anyMatch(Components::startsThreads));
  }

  private static boolean startsThreads(JavaAccess<?> call) {
    return call.getTargetOwner().isEquivalentTo(Thread.class) && call.getName().equals("<init>")
        || call.getTargetOwner().isEquivalentTo(Executors.class);
  }

  static ArchCondition<JavaClass> endThemWhenTheyGo() {
    return new ArchCondition<>("have a method that is called when they go") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean sound =
            type.isAssignableTo(AutoCloseable.class)
                || type.getMethods().stream()
                    .anyMatch(method -> method.isAnnotatedWith(DEACTIVATE));
        events.add(
            new SimpleConditionEvent(
                type,
                sound,
                type.getName()
                    + " starts threads, and neither @Deactivate nor close() ends and joins them"));
      }
    };
  }

  static ArchCondition<JavaField> beFinalOrVolatile() {
    return new ArchCondition<>("be final, or volatile where something comes and goes") {
      @Override
      public void check(JavaField field, ConditionEvents events) {
        boolean sound =
            field.getModifiers().contains(JavaModifier.FINAL)
                || field.getModifiers().contains(JavaModifier.VOLATILE);
        events.add(
            new SimpleConditionEvent(field, sound, field.getDescription() + " can be changed"));
      }
    };
  }

  private static boolean dynamic(JavaMember member) {
    return member.getAnnotations().stream()
        .filter(annotation -> annotation.getRawType().getName().equals(REFERENCE))
        .map(Components::policy)
        .anyMatch("DYNAMIC"::equals);
  }

  private static String policy(JavaAnnotation<?> reference) {
    return reference
        .get("policy")
        .filter(JavaEnumConstant.class::isInstance)
        .map(value -> ((JavaEnumConstant) value).name())
        .orElse("STATIC");
  }
}
