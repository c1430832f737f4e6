package org.asynclocal.cdi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;

@AnalyzeClasses(
    packages = {"org.asynclocal.cdi", "org.asynclocal.transaction"},
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String INTERNAL = "org.asynclocal..internal..";

  private static final DescribedPredicate<JavaClass> INTERNAL_TYPE =
      JavaClass.Predicates.resideInAPackage(INTERNAL);

  @ArchTest
  static final ArchRule packages_do_not_depend_on_each_other_in_cycles =
      slices().matching("org.asynclocal.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule public_signatures_name_no_internal_type =
      classes().that(DescribedPredicate.not(INTERNAL_TYPE)).should(nameNoInternalType());

  @ArchTest
  static final ArchRule only_the_servlet_package_needs_the_servlet_api =
      noClasses()
          .that()
          .resideOutsideOfPackage("..internal.servlet..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.servlet..")
          .because("an application without the Servlet API loads every other class");

  @ArchTest
  static final ArchRule only_the_rest_packages_need_the_rest_api =
      noClasses()
          .that()
          .resideOutsideOfPackages("..cdi.rest..", "..internal.rest..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.ws.rs..", "org.eclipse.microprofile.rest..")
          .because("an application without Jakarta REST loads every other class");

  @ArchTest
  static void the_public_types_are_those_that_applications_use(JavaClasses all) {
    assertThat(
            all.stream()
                .filter(type -> !INTERNAL_TYPE.test(type))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(JavaClass::isTopLevelClass)
                .map(JavaClass::getSimpleName))
        .containsExactlyInAnyOrder(
            "ContextBoundary",
            "OpenStorage",
            "RemoteStores",
            "SendStores",
            "StorageName",
            "TransactionLocalStorage");
  }

  private static ArchCondition<JavaClass> nameNoInternalType() {
    return new ArchCondition<>("name no internal type in a public or protected signature") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (!isVisible(type)) {
          return;
        }
        Stream<JavaType> parents =
            Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
        parents
            .flatMap(parent -> parent.getAllInvolvedRawTypes().stream())
            .forEach(named -> check(named, type.getFullName(), events));
        for (JavaMember member : type.getMembers()) {
          if (isVisible(member)) {
            member
                .getAllInvolvedRawTypes()
                .forEach(named -> check(named, member.getFullName(), events));
          }
        }
      }

      private void check(JavaClass named, String where, ConditionEvents events) {
        if (INTERNAL_TYPE.test(named)) {
          events.add(SimpleConditionEvent.violated(named, where + " names " + named.getName()));
        }
      }
    };
  }

  private static boolean isVisible(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        || type.getModifiers().contains(JavaModifier.PROTECTED);
  }

  private static boolean isVisible(JavaMember member) {
    return member.getModifiers().contains(JavaModifier.PUBLIC)
        || member.getModifiers().contains(JavaModifier.PROTECTED);
  }
}
