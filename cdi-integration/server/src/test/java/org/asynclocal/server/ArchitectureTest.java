package org.asynclocal.server;

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

@AnalyzeClasses(
    packages = ArchitectureTest.ROOT,
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  static final String ROOT = "org.asynclocal.server";

  private static final String INTERNAL = ROOT + ".internal";

  @ArchTest
  static final ArchRule packages_do_not_depend_on_each_other_in_cycles =
      slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule only_the_deployment_knows_which_servers_there_are =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              INTERNAL + ".deployment",
              INTERNAL + ".provider.elytron",
              INTERNAL + ".provider.glassfish")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(INTERNAL + ".provider.elytron", INTERNAL + ".provider.glassfish")
          .because("a new server is added in one place");

  @ArchTest
  static final ArchRule the_public_type_uses_no_internal_type =
      noClasses()
          .that()
          .resideInAPackage(ROOT)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(INTERNAL + "..");

  @ArchTest
  static void the_one_public_type_is_the_annotation_for_unfinished_tasks(JavaClasses all) {
    assertThat(
            all.stream()
                .filter(type -> !type.getPackageName().startsWith(INTERNAL))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(JavaClass::isTopLevelClass)
                .map(JavaClass::getSimpleName))
        .containsExactly("UnfinishedTasks");
  }
}
