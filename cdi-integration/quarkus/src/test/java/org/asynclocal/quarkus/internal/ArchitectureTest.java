package org.asynclocal.quarkus.internal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "org.asynclocal.quarkus",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule applications_use_no_type_of_this_jar =
      classes()
          .should()
          .resideInAPackage("org.asynclocal.quarkus.internal")
          .because("the jar works by being on the class path");
}
