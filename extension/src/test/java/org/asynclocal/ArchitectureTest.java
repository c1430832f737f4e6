package org.asynclocal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

@AnalyzeClasses(
    packages = ArchitectureTest.ROOT,
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  static final String ROOT = "org.asynclocal";

  private static final String INTERNAL = ROOT + ".internal";
  private static final int PUBLIC_TYPES = 12;

  @ArchTest
  static final ArchRule only_the_slot_touches_thread_local =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(INTERNAL + ".context.CurrentContext")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(ThreadLocal.class)
          .because("one slot for each thread is what can be replaced, cleared and reasoned about");

  @ArchTest
  static final ArchRule nothing_is_inherited_by_a_new_thread =
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(InheritableThreadLocal.class)
          .because("a new thread that nobody manages gets nothing");

  @ArchTest
  static final ArchRule the_core_needs_only_the_jdk =
      classes()
          .that()
          .resideInAnyPackage(ROOT, INTERNAL + "..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", ROOT, INTERNAL + "..")
          .because("the jar serves with no API of a server on the class path");

  @ArchTest
  static final ArchRule the_microprofile_provider_does_not_know_the_jakarta_provider =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".microprofile..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT + ".concurrency..", "jakarta..")
          .because("either API may be absent");

  @ArchTest
  static final ArchRule the_jakarta_provider_does_not_know_the_microprofile_provider =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".concurrency..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT + ".microprofile..", "org.eclipse.microprofile..")
          .because("either API may be absent");

  @ArchTest
  static final ArchRule packages_are_free_of_cycles =
      slices().assignedFrom(new Parts()).should().beFreeOfCycles();

  @ArchTest
  static void the_public_api_is_a_dozen_types_at_most(JavaClasses all) {
    assertThat(all.stream().filter(ArchitectureTest::isPublicApi).map(JavaClass::getSimpleName))
        .isNotEmpty()
        .hasSizeLessThanOrEqualTo(PUBLIC_TYPES);
  }

  private static boolean isPublicApi(JavaClass type) {
    return type.getPackageName().equals(ROOT)
        && type.isTopLevelClass()
        && type.getModifiers().contains(JavaModifier.PUBLIC);
  }

  /** The packages as parts; the public API and its internals are one part, the core. */
  private static final class Parts implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      String name = type.getPackageName();
      if (name.equals(ROOT) || name.startsWith(INTERNAL)) {
        return SliceIdentifier.of("core");
      }
      return name.startsWith(ROOT + ".") ? SliceIdentifier.of(name) : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "packages, with the public API and its internals as one core";
    }
  }
}
