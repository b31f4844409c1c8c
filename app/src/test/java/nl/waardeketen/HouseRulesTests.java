// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nl.waardeketen.commands.CommandLineInterface;
import nl.waardeketen.sample.SampleRegion;
import nl.waardeketen.sample.SampleSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the house that a machine can check; each says why where the reason is not plain. */
class HouseRulesTests {
    private static final int LONGEST_FILE = 300;
    private static final Pattern LEFT_FOR_LATER = Pattern.compile("\\b(TODO|FIXME|XXX)\\b");
    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("nl.waardeketen");

    @Test
    void looksAtAllModules() {
        assertThat(PRODUCTION)
                .extracting(type -> type.getPackageName())
                .contains(
                        "nl.waardeketen.statistics",
                        "nl.waardeketen.analytics",
                        "nl.waardeketen.sample",
                        "nl.waardeketen.commands");
        assertThat(Sources.endingIn(".java")).hasSizeGreaterThan(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Impl", "Helper", "Util", "Utils", "Manager", "Dto", "DTO", "Mapper"})
    void callsNoClassByAnEmptyWord(String suffix) {
        noClasses().should().haveSimpleNameEndingWith(suffix).check(PRODUCTION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Default", "Abstract"})
    void beginsNoClassWithAnEmptyWord(String prefix) {
        noClasses().should().haveSimpleNameStartingWith(prefix).check(PRODUCTION);
    }

    @Test
    void readsNoClockOfItsOwn() {
        noClasses()
                .should()
                .callMethodWhere(target(name("now")).and(target(rawParameterTypes(new Class<?>[0]))))
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("a Clock is passed in")
                .check(PRODUCTION);
    }

    @Test
    void drawsNoNumbersThatCannotBeDrawnAgain() {
        noClasses()
                .should()
                .callConstructor(Random.class)
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(ThreadLocalRandom.class, "current")
                .because("every figure can be reproduced")
                .check(PRODUCTION);
    }

    @Test
    void drawsSecretsInOneClass() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("nl.waardeketen.home.Secrets")
                .should()
                .callConstructor(SecureRandom.class)
                .because("a key or password must not be drawn again, and every figure must")
                .check(PRODUCTION);
    }

    @Test
    void drawsFromASeedInOneClass() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("nl.waardeketen.sample.Chance")
                .should()
                .callConstructor(SplittableRandom.class)
                .because(
                        "the sample is made of chance, which starts from the seed that the user gives and nowhere else")
                .check(PRODUCTION);
        noClasses()
                .should()
                .callConstructor(SplittableRandom.class, new Class<?>[0])
                .because("every figure can be reproduced")
                .check(PRODUCTION);
    }

    @Test
    void printsNowhereBesideTheStreamsItIsGiven() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Waardeketen.class.getName())
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(PRODUCTION);
    }

    @Test
    void printsNoStackTraces() {
        noClasses().should().callMethodWhere(target(name("printStackTrace"))).check(PRODUCTION);
    }

    @Test
    void exitsOnlyWhereItStarts() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Waardeketen.class.getName())
                .should()
                .callMethodWhere(target(name("exit")).or(target(name("halt"))))
                .check(PRODUCTION);
    }

    @Test
    void keepsStatisticsPure() {
        noClasses()
                .that()
                .resideInAPackage("nl.waardeketen.statistics..")
                .should()
                .dependOnClassesThat(resideInAPackage("java.sql..")
                        .or(resideInAPackage("javax.sql.."))
                        .or(resideInAPackage("java.nio.file.."))
                        .or(resideInAPackage("org.springframework.."))
                        .or(resideInAPackage("org.duckdb.."))
                        .or(resideInAPackage("tools.jackson.."))
                        .or(resideInAPackage("com.fasterxml.."))
                        .or(resideInAPackage("picocli.."))
                        .or(resideInAPackage("nl.waardeketen.analytics.."))
                        .or(resideInAPackage("nl.waardeketen.commands..")))
                .check(PRODUCTION);
    }

    @Test
    void keepsAnalyticsApartFromCommands() {
        noClasses()
                .that()
                .resideInAnyPackage("nl.waardeketen.analytics..", "nl.waardeketen.sample..")
                .should()
                .dependOnClassesThat(resideInAPackage("nl.waardeketen.commands..")
                        .or(resideInAPackage("picocli.."))
                        .or(resideInAPackage("org.springframework..")))
                .check(PRODUCTION);
    }

    @Test
    void keepsSparkOffTheClasspathOfTheServer() {
        assertThat(getClass().getClassLoader().getResource("org/apache/spark/sql/SparkSession.class"))
                .isNull();
    }

    @Test
    void readsJsonInAnalyticsForSyntaxTreesOnly() {
        noClasses()
                .that()
                .resideInAnyPackage("nl.waardeketen.analytics..", "nl.waardeketen.sample..")
                .and()
                .haveNameNotMatching("nl\\.waardeketen\\.analytics\\.Expression(Reader|Tree)(\\$.*)?")
                .should()
                .dependOnClassesThat(resideInAPackage("tools.jackson.."))
                .because("the engine gives syntax trees as JSON, and everything else as columns")
                .check(PRODUCTION);
    }

    @Test
    void showsOnlyTheDoorOfCommands() {
        classes()
                .that()
                .resideInAPackage("nl.waardeketen.commands")
                .and()
                .areTopLevelClasses()
                .and()
                .doNotHaveFullyQualifiedName(CommandLineInterface.class.getName())
                .should()
                .notBePublic()
                .check(PRODUCTION);
    }

    @Test
    void showsOnlyTheDoorOfTheSample() {
        classes()
                .that()
                .resideInAPackage("nl.waardeketen.sample")
                .and()
                .areTopLevelClasses()
                .and()
                .doNotBelongToAnyOf(SampleRegion.class, SampleSize.class)
                .should()
                .notBePublic()
                .check(PRODUCTION);
    }

    @Test
    void keepsFilesShort() {
        assertThat(Sources.endingIn(".java", ".sql"))
                .allSatisfy(
                        file -> assertThat(Sources.lines(file)).as("%s", file).hasSizeLessThanOrEqualTo(LONGEST_FILE));
    }

    @Test
    void leavesNothingForLater() {
        assertThat(Sources.endingIn(".java", ".sql", ".properties", ".html")).allSatisfy(file -> {
            var lines = Sources.lines(file);
            assertThat(IntStream.range(0, lines.size())
                            .filter(i -> LEFT_FOR_LATER.matcher(lines.get(i)).find())
                            .map(i -> i + 1))
                    .as("lines of %s", file)
                    .isEmpty();
        });
    }

    @Test
    void marksEveryPackageFreeOfNull() {
        assertThat(Sources.endingIn(".java"))
                .extracting(Path::getParent)
                .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                        .content()
                        .contains("@NullMarked"));
    }
}
