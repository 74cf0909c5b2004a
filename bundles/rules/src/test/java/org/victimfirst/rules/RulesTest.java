package org.victimfirst.rules;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.victimfirst.rules.broken.BrokenModule;

/** Every rule finds the module that breaks it, and says where. */
class RulesTest {
  private final ModuleRules rules = new ModuleRules(BrokenModule.class) {};

  @Test
  void aCycle() {
    refused(rules::noCyclesBetweenPackages, "Slice domain", "Slice store");
  }

  @Test
  void aReferenceInAFieldThatIsNotDynamic() {
    refused(
        rules::componentsGetTheirServicesByConstructorUnlessTheyComeAndGo,
        "ReferralPages.work> is a static reference");
  }

  @Test
  void aFieldOfAComponentThatChanges() {
    refused(
        rules::fieldsOfComponentsAreFinalUnlessSomethingComesAndGoes,
        "ReferralPages.shown> can be changed");
  }

  @Test
  void aStaticFieldThatChanges() {
    refused(rules::nothingStaticChanges, "ReferralPages.asked>");
  }

  @Test
  void aPublicClassThatNobodyNeeds() {
    refused(rules::publicIsOnlyWhatSomethingElseNeeds, "broken.web.Words is public");
  }

  @Test
  void aLineOnTheConsole() {
    refused(rules::nothingIsPrintedToTheConsole, "ReferralPages.show()", "System.out");
  }

  @Test
  void aDomainThatKnowsAnotherLayer() {
    refused(rules::domainKnowsNoOtherLayer, "domain.Referral", "store.ReferralEntity");
  }

  @Test
  void aDomainThatKnowsAFramework() {
    refused(rules::domainKnowsNoFramework, "domain.Referral", "javax.persistence.Entity");
  }

  @Test
  void aLayerThatKnowsAnother() {
    refused(rules::noLayerKnowsAnother, "rest.ReferralResource", "web.ReferralPages");
  }

  @Test
  void sharedCodeThatKnowsALayer() {
    refused(rules::whatLayersShareKnowsNoneOfThem, "domain.Referral", "store.ReferralEntity");
  }

  @Test
  void anEntityOutsideTheStore() {
    refused(rules::entitiesStayInTheStore, "rest.ReferralResource");
  }

  @Test
  void aClassOfAnotherBundle() {
    refused(rules::ofOursTheModuleKnowsTheApiOnly, "ReferralResource", "SourceFilesTest");
  }

  @Test
  void aThreadLocal() {
    refused(rules::nothingHoldsTheModuleAfterItsRemoval, "ReferralPages.LAST>");
  }

  @Test
  void aThreadThatNobodyEnds() {
    refused(rules::whoStartsThreadsEndsThem, "ReferralPages starts threads");
  }

  private static void refused(ThrowingCallable rule, String... where) {
    assertThatThrownBy(rule).isInstanceOf(AssertionError.class).hasMessageContainingAll(where);
  }
}
