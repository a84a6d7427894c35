package org.braidml.runner;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import ai.djl.ndarray.NDArray;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.braidml.api.Plugin;
import org.braidml.api.nn.Scalars;
import org.junit.jupiter.api.Test;

/** The rules that modules keep. */
class ArchitectureTest {

  private static final String[] PLUGINS = {
    "org.braidml.encoder.lstm..",
    "org.braidml.encoder.bilstm..",
    "org.braidml.features..",
    "org.braidml.head..",
    "org.braidml.merge.."
  };

  private static final JavaClasses BRAID =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.braidml");

  @Test
  void noPluginModuleKnowsAnother() {
    slices()
        .matching("org.braidml.(encoder.lstm|encoder.bilstm|features|head|merge)..")
        .should()
        .notDependOnEachOther()
        .check(BRAID);
    noClasses()
        .that()
        .resideInAnyPackage(PLUGINS)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.braidml.runner..")
        .check(BRAID);
  }

  @Test
  void guiceStaysInTheRunner() {
    noClasses()
        .that(not(resideInAPackage("org.braidml.runner..")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.google.inject..")
        .check(BRAID);
  }

  @Test
  void aPluginModuleShowsPluginsAndTheirSettingsOnly() {
    classes()
        .that(resideInAnyPackage(PLUGINS))
        .and()
        .arePublic()
        .should()
        .beAssignableTo(
            assignableTo(Plugin.class).or(assignableTo(Record.class)).or(assignableTo(Enum.class)))
        .check(BRAID);
  }

  /** PyTorch would read the number on the way back, when Java may have freed it: see Scalars. */
  @Test
  void numbersMeetArraysInScalarsAlone() {
    for (String operation : List.of("mul", "div", "pow", "mod", "minimum", "maximum")) {
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(Scalars.class.getName())
          .should()
          .callMethod(NDArray.class, operation, Number.class)
          .check(BRAID);
    }
  }
}
