package dev.multihoming.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import dev.multihoming.core.review.Mutator;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import io.fabric8.kubernetes.client.CustomResource;
import java.time.Clock;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String BASE = "dev.multihoming.";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.multihoming");

    @Test
    void classesAreFound() {
        assertThat(CLASSES).hasSizeGreaterThan(50);
    }

    /// In the cluster the console has many users, and each engine one of them.
    @Test
    void noEngineOfTheConsoleAsksTheClusterAsAnyoneButItsUser() {
        noClasses()
                .that()
                .resideInAPackage("dev.multihoming.cli.command..")
                .and()
                .haveSimpleNameNotEndingWith("Command")
                .and(not(simpleName("LiveManifests")
                        .or(simpleName("JudgingOptions"))
                        .or(simpleName("ConsoleWrites"))))
                .should()
                .callMethodWhere(target(name("ofCurrentContext"))
                        .or(target(name("connected")).and(target(owner(simpleName("LiveManifests"))))))
                .because("the options that it was made with hold the login of its user")
                .check(CLASSES);
    }

    @Test
    void theWingsStandOnTheCoreAndNotOnEachOther() {
        layers("core", "client", "tls", "webhook", "cli", "console")
                .layer("main")
                .definedBy("dev.multihoming")
                .whereLayer("core")
                .mayOnlyBeAccessedByLayers("client", "webhook", "cli", "console")
                .whereLayer("client")
                .mayOnlyBeAccessedByLayers("webhook", "cli", "console")
                .whereLayer("tls")
                .mayOnlyBeAccessedByLayers("webhook", "cli", "console")
                .whereLayer("console")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("webhook")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("cli")
                .mayOnlyBeAccessedByLayers("main")
                .whereLayer("main")
                .mayNotBeAccessedByAnyLayer()
                .ensureAllClassesAreContainedInArchitecture()
                .because("what both wings need is core or client, and a new wing must be placed here first")
                .check(CLASSES);
    }

    @Test
    void arrowsOfTheCorePointOneWay() {
        inWing(
                        "core",
                        "json",
                        "schema",
                        "multus",
                        "plugins",
                        "subject",
                        "topology",
                        "attachment",
                        "diagnosis",
                        "review",
                        "rules",
                        "policy",
                        "api",
                        "objects",
                        "admission")
                .whereLayer("admission")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("rules")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("topology")
                .mayOnlyBeAccessedByLayers("review", "rules")
                .whereLayer("objects")
                .mayOnlyBeAccessedByLayers("admission")
                .whereLayer("api")
                .mayOnlyBeAccessedByLayers("admission")
                .whereLayer("policy")
                .mayOnlyBeAccessedByLayers("api", "admission")
                .whereLayer("review")
                .mayOnlyBeAccessedByLayers("rules", "policy", "api", "objects", "admission")
                .whereLayer("attachment")
                .mayOnlyBeAccessedByLayers("diagnosis", "review", "rules", "admission")
                .whereLayer("subject")
                .mayOnlyBeAccessedByLayers("topology", "attachment", "review", "rules", "objects", "admission")
                .whereLayer("plugins")
                // A NAD that the network operator makes names its plugin.
                .mayOnlyBeAccessedByLayers(
                        "subject", "topology", "attachment", "review", "rules", "objects", "admission")
                .whereLayer("multus")
                .mayOnlyBeAccessedByLayers(
                        "plugins", "subject", "topology", "attachment", "review", "rules", "admission")
                .whereLayer("schema")
                .mayOnlyBeAccessedByLayers("multus", "plugins", "rules")
                .because("a rule must not know who judges it, and a change of policies must not reach the rules")
                .check(CLASSES);
    }

    @Test
    void arrowsOfTheWebhookPointOneWay() {
        inWing("webhook", "settings", "lookup", "codec", "http", "certs", "cluster", "audit", "leader", "schedule")
                .whereLayer("schedule")
                .mayOnlyBeAccessedByLayers("certs", "cluster", "leader")
                .whereLayer("http")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("leader")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("codec")
                .mayOnlyBeAccessedByLayers("http")
                .whereLayer("lookup")
                .mayOnlyBeAccessedByLayers("http", "cluster")
                .whereLayer("audit")
                .mayOnlyBeAccessedByLayers("leader")
                .whereLayer("cluster")
                .mayOnlyBeAccessedByLayers("leader")
                .whereLayer("certs")
                .mayOnlyBeAccessedByLayers("cluster", "leader")
                .whereLayer("settings")
                .mayOnlyBeAccessedByLayers("http", "cluster", "leader")
                .because("reviews do not wait for the cluster, and the leader's work is not needed to answer one")
                .check(CLASSES);
    }

    @Test
    void arrowsOfTheCommandsPointOneWay() {
        inWing(
                        "cli",
                        "manifest",
                        "explain",
                        "doctor",
                        "nad",
                        "networks",
                        "policytest",
                        "policydiff",
                        "report",
                        "command")
                .whereLayer("command")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("report")
                .mayOnlyBeAccessedByLayers("command")
                .whereLayer("explain")
                .mayOnlyBeAccessedByLayers("command")
                .whereLayer("doctor")
                .mayOnlyBeAccessedByLayers("command")
                .whereLayer("nad")
                .mayOnlyBeAccessedByLayers("command")
                .whereLayer("networks")
                .mayOnlyBeAccessedByLayers("command")
                .whereLayer("policydiff")
                .mayOnlyBeAccessedByLayers("command")
                .whereLayer("policytest")
                .mayOnlyBeAccessedByLayers("policydiff", "command")
                .whereLayer("manifest")
                .mayOnlyBeAccessedByLayers("explain", "nad", "policytest", "policydiff", "report", "command")
                .because("a command puts together what others do")
                .check(CLASSES);
    }

    @Test
    void arrowsOfTheConsolePointOneWay() {
        inWing("console", "engine", "pages", "http")
                .whereLayer("http")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("pages")
                .mayOnlyBeAccessedByLayers("http")
                .because("a page is a text, and does not know its server")
                .check(CLASSES);
        noClasses()
                .that(resideInAPackage("dev.multihoming.cli..")
                        .and(not(resideInAPackage("dev.multihoming.cli.command.."))))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("dev.multihoming.console.http..", "dev.multihoming.console.pages.."))
                .because(
                        "the command line starts the console in one place and answers its questions; no page is its business")
                .check(CLASSES);
    }

    /// A wing as its packages, each of which is a layer: a new one must be placed there before it is used.
    private static LayeredArchitecture inWing(String wing, String... packages) {
        classes()
                .that()
                .resideInAPackage(BASE + wing + "..")
                .should()
                .resideInAnyPackage(placed(wing, packages))
                .because("a new package must be placed in the arrows of its wing before it is used")
                .check(CLASSES);
        LayeredArchitecture layers = layeredArchitecture().consideringOnlyDependenciesInAnyPackage(BASE + wing + "..");
        for (String name : packages) {
            layers = layers.layer(name).definedBy(BASE + wing + "." + name + "..");
        }
        return layers;
    }

    private static LayeredArchitecture layers(String... packages) {
        LayeredArchitecture layers = layeredArchitecture().consideringOnlyDependenciesInAnyPackage("dev.multihoming..");
        for (String name : packages) {
            layers = layers.layer(name).definedBy(BASE + name + "..");
        }
        return layers;
    }

    private static String[] placed(String wing, String... packages) {
        return Arrays.stream(packages)
                .map(name -> BASE + wing + "." + name + "..")
                .toArray(String[]::new);
    }

    @Test
    void theCoreIsPure() {
        noClasses()
                .that(resideInAPackage("dev.multihoming.core..")
                        .and(not(resideInAPackage("dev.multihoming.core.api.."))))
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

    /// What they are generated from belongs to the client's package, though nothing of it asks a cluster.
    @Test
    void theCustomResourcesKnowTheKubernetesModelAndNotItsClient() {
        noClasses()
                .that(resideInAPackage("dev.multihoming.core.api.."))
                .should()
                .dependOnClassesThat(resideInAPackage("io.fabric8.kubernetes.client..")
                        .and(not(assignableTo(CustomResource.class)))
                        .or(assignableTo(Clock.class)))
                .because("they say what a policy is, whoever reads it and whenever")
                .check(CLASSES);
    }

    @Test
    void onlyThePartsThatAskAClusterKnowTheKubernetesClient() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.multihoming.core.api..",
                        "dev.multihoming.client..",
                        "dev.multihoming.webhook.cluster..",
                        "dev.multihoming.webhook.leader..",
                        "dev.multihoming.cli.command..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.fabric8..")
                .because(
                        "what reviews need of the cluster is stated by lookup.NetworkDirectory, what the audit needs by audit.Inventory")
                .check(CLASSES);
    }

    @Test
    void theCommandsNeedNoServer() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.multihoming.cli.manifest..",
                        "dev.multihoming.cli.nad..",
                        "dev.multihoming.cli.explain..",
                        "dev.multihoming.cli.networks..",
                        "dev.multihoming.cli.policytest..",
                        "dev.multihoming.cli.policydiff..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "io.quarkus..", "io.vertx..", "picocli..", "java.net..")
                .because("it works without network, and its callers need not be a command line")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        for (String wing : new String[] {"core", "webhook", "cli", "console"}) {
            slices().matching(BASE + wing + ".(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because("a cycle means two packages are one")
                    .check(CLASSES);
        }
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
                .haveModifier(JavaModifier.FINAL)
                .andShould()
                .resideInAPackage("dev.multihoming.core.rules..")
                .because("its messages, its page and its registration come from the card")
                .check(CLASSES);
        assertThat(Mutator.class).isInterface();
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
