package org.asynclocal;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

@AnalyzeClasses(
    packages = ArchitectureTest.ROOT,
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  static final String ROOT = "org.asynclocal";

  private static final String INTERNAL = ROOT + ".internal";

  private static final String[] CORE = {
    ROOT,
    INTERNAL + ".binding..",
    INTERNAL + ".config..",
    INTERNAL + ".context..",
    INTERNAL + ".hook.."
  };

  /** The largest allowed number of classes in a cycle, across packages. */
  private static final int CYCLE = 9;

  /** A new public type is a promise to users: it is made here first. */
  private static final Map<String, Long> PUBLIC_TYPES =
      Map.of(
          ROOT,
          6L,
          ROOT + ".bridge",
          3L,
          ROOT + ".concurrency",
          1L,
          ROOT + ".hooks",
          10L,
          ROOT + ".junit",
          1L,
          ROOT + ".microprofile",
          1L,
          ROOT + ".strict",
          4L);

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
          .because("a new thread that is not managed starts without values");

  @ArchTest
  static final ArchRule the_core_needs_only_the_jdk =
      classes()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              Stream.concat(Stream.of(CORE), Stream.of("java..", "org.jspecify.."))
                  .toArray(String[]::new))
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
  static final ArchRule internal_packages_are_free_of_cycles =
      slices().matching(INTERNAL + ".(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule internal_packages_use_the_plain_interfaces_of_the_api_only =
      noClasses()
          .that()
          .resideInAPackage(INTERNAL + "..")
          .should()
          .dependOnClassesThat(
              describe(
                  "are API classes other than its interfaces",
                  used -> isApi(used) && !used.isInterface()))
          .because("the internals stand below the API");

  @ArchTest
  static final ArchRule public_signatures_name_no_internal_type =
      classes()
          .that(describe("are public API", ArchitectureTest::isPublicApi))
          .should(nameNoInternalType());

  @ArchTest
  static void no_more_than_nine_classes_depend_on_each_other(JavaClasses all) {
    List<Set<String>> knots = new ClassCycles(all).found();
    assertThat(knots).allSatisfy(knot -> assertThat(knot).hasSizeLessThanOrEqualTo(CYCLE));
  }

  @ArchTest
  static void the_number_of_public_types_is_known(JavaClasses all) {
    Map<String, Long> counted =
        all.stream()
            .filter(ArchitectureTest::isPublicApi)
            .collect(groupingBy(JavaClass::getPackageName, TreeMap::new, counting()));

    assertThat(counted).isEqualTo(PUBLIC_TYPES);
  }

  private static boolean isApi(JavaClass type) {
    return type.getPackageName().startsWith(ROOT) && !type.getPackageName().startsWith(INTERNAL);
  }

  private static boolean isPublicApi(JavaClass type) {
    return isApi(type)
        && !type.getSimpleName().equals("package-info")
        && type.getModifiers().contains(JavaModifier.PUBLIC);
  }

  private static ArchCondition<JavaClass> nameNoInternalType() {
    return new ArchCondition<>("name no internal type, type arguments included") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        check(type.getFullName(), type.getAllRawSuperclasses(), events);
        check(type.getFullName(), type.getAllRawInterfaces(), events);
        for (JavaMember member : type.getAllMembers()) {
          if (isAccessible(member)) {
            check(member.getFullName(), member.getAllInvolvedRawTypes(), events);
          }
        }
      }

      private void check(String where, Collection<JavaClass> named, ConditionEvents events) {
        for (JavaClass type : named) {
          if (type.getPackageName().startsWith(INTERNAL)) {
            events.add(SimpleConditionEvent.violated(type, where + " names " + type.getName()));
          }
        }
      }
    };
  }

  private static boolean isAccessible(JavaMember member) {
    return member.getModifiers().contains(JavaModifier.PUBLIC)
        || member.getModifiers().contains(JavaModifier.PROTECTED);
  }

  /** The packages as parts; an API and its internals are one part. */
  private static final class Parts implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      String name = type.getPackageName();
      if (name.startsWith(INTERNAL + ".bridge")) {
        return SliceIdentifier.of(ROOT + ".bridge");
      }
      if (name.equals(ROOT) || name.startsWith(INTERNAL)) {
        return SliceIdentifier.of("core");
      }
      return name.startsWith(ROOT + ".") ? SliceIdentifier.of(name) : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "packages, each API with its internals";
    }
  }
}
