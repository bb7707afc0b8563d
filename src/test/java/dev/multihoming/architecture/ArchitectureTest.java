package dev.multihoming.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.multihoming.review.Fixer;
import dev.multihoming.review.Rule;
import dev.multihoming.review.RuleCard;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String[] CORE = {
        "dev.multihoming.json..",
        "dev.multihoming.schema..",
        "dev.multihoming.multus..",
        "dev.multihoming.subject..",
        "dev.multihoming.review..",
        "dev.multihoming.rules..",
        "dev.multihoming.policy..",
        "dev.multihoming.interfaces.."
    };

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.multihoming");

    @Test
    void classesAreFound() {
        assertThat(CLASSES).hasSizeGreaterThan(50);
    }

    @Test
    void arrowsPointOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("dev.multihoming..")
                .layer("json")
                .definedBy("dev.multihoming.json..")
                .layer("schema")
                .definedBy("dev.multihoming.schema..")
                .layer("multus")
                .definedBy("dev.multihoming.multus..")
                .layer("subject")
                .definedBy("dev.multihoming.subject..")
                .layer("review")
                .definedBy("dev.multihoming.review..")
                .layer("rules")
                .definedBy("dev.multihoming.rules..")
                .layer("policy")
                .definedBy("dev.multihoming.policy..")
                .layer("api")
                .definedBy("dev.multihoming.api..")
                .layer("admission")
                .definedBy("dev.multihoming.admission..")
                .layer("cluster")
                .definedBy("dev.multihoming.cluster..")
                .layer("audit")
                .definedBy("dev.multihoming.audit..")
                .layer("leader")
                .definedBy("dev.multihoming.leader..")
                .layer("certs")
                .definedBy("dev.multihoming.certs..")
                .layer("lint")
                .definedBy("dev.multihoming.lint..")
                .layer("command")
                .definedBy("dev.multihoming.command..")
                .layer("interfaces")
                .definedBy("dev.multihoming.interfaces..")
                .layer("draft")
                .definedBy("dev.multihoming.draft..")
                .layer("explain")
                .definedBy("dev.multihoming.explain..")
                .layer("policytest")
                .definedBy("dev.multihoming.policytest..")
                .whereLayer("interfaces")
                .mayOnlyBeAccessedByLayers("explain", "command")
                .whereLayer("draft")
                .mayOnlyBeAccessedByLayers("command")
                .whereLayer("explain")
                .mayOnlyBeAccessedByLayers("command")
                .whereLayer("policytest")
                .mayOnlyBeAccessedByLayers("command")
                .whereLayer("command")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("lint")
                .mayOnlyBeAccessedByLayers("explain", "policytest", "command")
                .whereLayer("certs")
                .mayOnlyBeAccessedByLayers("cluster", "leader")
                .whereLayer("leader")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("cluster")
                .mayOnlyBeAccessedByLayers("leader", "command")
                .whereLayer("audit")
                .mayOnlyBeAccessedByLayers("leader")
                .whereLayer("admission")
                .mayOnlyBeAccessedByLayers(
                        "audit", "cluster", "leader", "certs", "lint", "explain", "policytest", "command")
                .whereLayer("rules")
                .mayOnlyBeAccessedByLayers("admission", "lint", "explain", "policytest", "command")
                .whereLayer("policy")
                .mayOnlyBeAccessedByLayers(
                        "admission", "api", "audit", "cluster", "leader", "lint", "explain", "policytest", "command")
                .whereLayer("api")
                .mayOnlyBeAccessedByLayers("admission", "cluster", "leader", "lint")
                .whereLayer("review")
                .mayOnlyBeAccessedByLayers(
                        "rules",
                        "policy",
                        "api",
                        "admission",
                        "audit",
                        "cluster",
                        "leader",
                        "lint",
                        "explain",
                        "policytest",
                        "draft",
                        "command")
                .whereLayer("schema")
                .mayOnlyBeAccessedByLayers("multus", "rules", "draft")
                .whereLayer("subject")
                .mayOnlyBeAccessedByLayers("review", "rules", "admission", "lint", "interfaces", "explain", "command")
                .because("a change of the shell must not reach the laws, and a law must not know who judges it")
                .check(CLASSES);
    }

    @Test
    void everyClassHasAPlaceInTheArchitecture() {
        classes()
                .should()
                .resideInAnyPackage(
                        "dev.multihoming.json..",
                        "dev.multihoming.schema..",
                        "dev.multihoming.multus..",
                        "dev.multihoming.subject..",
                        "dev.multihoming.review..",
                        "dev.multihoming.rules..",
                        "dev.multihoming.policy..",
                        "dev.multihoming.api..",
                        "dev.multihoming.admission..",
                        "dev.multihoming.audit..",
                        "dev.multihoming.cluster..",
                        "dev.multihoming.leader..",
                        "dev.multihoming.certs..",
                        "dev.multihoming.lint..",
                        "dev.multihoming.interfaces..",
                        "dev.multihoming.draft..",
                        "dev.multihoming.explain..",
                        "dev.multihoming.policytest..",
                        "dev.multihoming.command..")
                .because("a new package must be placed in arrowsPointOneWay before it is used")
                .check(CLASSES);
    }

    @Test
    void theCoreIsPure() {
        noClasses()
                .that(resideInAnyPackage(CORE))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta..",
                        "io.quarkus..",
                        "io.smallrye..",
                        "io.vertx..",
                        "io.fabric8..",
                        "io.micrometer..",
                        "org.jboss..",
                        "java.net..",
                        "java.nio.file..",
                        "java.time..",
                        "java.util.concurrent..",
                        "java.util.logging..")
                .because(
                        "the same engine runs in the webhook, in tests and offline, and must give the same answer there")
                .check(CLASSES);
    }

    @Test
    void onlyTheClusterShellAndTheCustomResourcesKnowTheKubernetesClient() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.multihoming.cluster..",
                        "dev.multihoming.leader..",
                        "dev.multihoming.api..",
                        "dev.multihoming.command..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.fabric8..")
                .because(
                        "what reviews need of the cluster is stated by admission.NetworkDirectory, what the audit needs by audit.Inventory")
                .check(CLASSES);
    }

    @Test
    void theOfflineShellKnowsNoServer() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.multihoming.lint..",
                        "dev.multihoming.draft..",
                        "dev.multihoming.explain..",
                        "dev.multihoming.policytest..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "io.quarkus..", "io.vertx..", "picocli..", "java.net..")
                .because("it works without network, and its callers need not be a command line")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.multihoming.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a cycle means two packages are one")
                .check(CLASSES);
    }

    @Test
    void aRuleIsAFinalClassWithACard() {
        classes()
                .that()
                .implement(Rule.class)
                .and()
                .areNotInterfaces()
                .should()
                .beAnnotatedWith(RuleCard.class)
                .andShould()
                .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
                .andShould()
                .resideInAPackage("dev.multihoming.rules..")
                .because("its messages, its page and its registration come from the card")
                .check(CLASSES);
        assertThat(Fixer.class).isInterface();
    }

    @Test
    void rulesKeepNoState() {
        classes()
                .that()
                .implement(Rule.class)
                .and()
                .areNotInterfaces()
                .should()
                .haveOnlyFinalFields()
                .because("one rule object looks at many requests at once")
                .check(CLASSES);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Utils?|Helper|Manager|Impl)")
                .because("such a name says that the author did not know what it is")
                .check(CLASSES);
    }
}
