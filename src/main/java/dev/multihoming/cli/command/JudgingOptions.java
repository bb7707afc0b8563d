package dev.multihoming.cli.command;

import dev.multihoming.cli.manifest.CannotRun;
import dev.multihoming.cli.manifest.ExternalNetworks;
import dev.multihoming.cli.manifest.Input;
import dev.multihoming.cli.manifest.InputIndex;
import dev.multihoming.cli.manifest.Inputs;
import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.cli.manifest.OfflinePolicyResolver;
import dev.multihoming.cli.manifest.OfflineReviews;
import dev.multihoming.cli.manifest.PolicyFiles;
import dev.multihoming.client.ClusterLogin;
import dev.multihoming.client.ClusterReading;
import dev.multihoming.client.LiveObjects;
import dev.multihoming.client.LiveRequests;
import dev.multihoming.core.review.Card;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What manifests are judged by and what there is beside them: options of every command that judges.
final class JudgingOptions implements AutoCloseable {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAME",
            description =
                    "The namespace of objects that have none. Without it: default; with --cluster, that of the kubeconfig.")
    private @Nullable String namespace;

    @Option(names = "--assume-complete", description = "Networks that are not in the files are missing, not unknown.")
    private boolean assumeComplete;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description =
                    "Judge under its MultiHomingPolicies and MultiHomingExemptions; a file or a folder, repeatable.")
    private List<String> policies = List.of();

    @Option(
            names = "--cluster",
            description =
                    "Take also the networks and policies of the kubeconfig's current cluster, which is only read.")
    private boolean cluster;

    private final ClusterLogin login;
    private final ClusterConnection connection;

    /// Learns what the cluster does not tell; `null` where that ends the command.
    private @Nullable Consumer<String> gaps;

    JudgingOptions() {
        this(ClusterLogin.ofCurrentContext());
    }

    private JudgingOptions(ClusterLogin login) {
        this.login = login;
        this.connection = new ClusterConnection(login);
    }

    /// No options: everything is as the cluster has it, with the rights of that login.
    ///
    /// @param spec of the command that asks
    static JudgingOptions of(ClusterLogin login, CommandSpec spec) {
        JudgingOptions judging = new JudgingOptions(login);
        judging.spec = spec;
        return judging;
    }

    /// The judge of those inputs, after a first look through them all; `onEach` learns of each that was looked
    /// through.
    ///
    /// @throws CannotRun for a policy or a cluster that cannot be read
    OfflineReviews reviews(List<Input> inputs, Runnable onEach) {
        return reviews(inputs, onEach, resolver -> resolver);
    }

    /// The same, which denies a workload whose pods would be denied.
    OfflineReviews reviewsOfWorkloads(List<Input> inputs, Runnable onEach) {
        return reviews(inputs, onEach, OfflinePolicyResolver::denyingTemplates);
    }

    /// What inputs say, beside the cluster where that is asked, too.
    InputIndex index(List<Input> inputs) {
        return InputIndex.of(inputs, namespace(), around(live().orElse(null)), () -> {});
    }

    /// As [#reviewsOfWorkloads], by what an index says.
    OfflineReviews reviewsOfWorkloads(InputIndex index) {
        return new OfflineReviews(
                resolver(live().orElse(null), index).denyingTemplates(),
                index.world(),
                Clock.systemUTC(),
                this::failed);
    }

    /// The judge of objects that were read already.
    OfflineReviews reviews(List<Manifest> objects) {
        ClusterReading live = live().orElse(null);
        InputIndex index = InputIndex.of(objects, around(live));
        return new OfflineReviews(resolver(live, index), index.world(), Clock.systemUTC(), this::failed);
    }

    private OfflineReviews reviews(List<Input> inputs, Runnable onEach, UnaryOperator<OfflinePolicyResolver> asked) {
        if (cluster && assumeComplete) {
            throw new ParameterException(
                    spec.commandLine(),
                    "With --cluster the cluster tells what is missing; leave --assume-complete out.");
        }
        ClusterReading live = live().orElse(null);
        InputIndex survey = InputIndex.of(inputs, namespace(), around(live), onEach);
        return new OfflineReviews(asked.apply(resolver(live, survey)), survey.world(), Clock.systemUTC(), this::failed);
    }

    /// Asks the cluster, too, and goes on where it cannot be read; `sentences` learns why, once for each request.
    void askClusterAsFarAsItAnswers(Consumer<String> sentences) {
        cluster = true;
        gaps = sentences;
    }

    /// The cluster, where it is to be asked.
    Optional<ClusterReading> live() {
        if (!cluster) {
            return Optional.empty();
        }
        return gaps == null ? Optional.of(connection.connected()) : connection.ifAnswering(gaps);
    }

    /// Single objects of the cluster; a connection of its own, which the caller closes.
    ///
    /// @throws CannotRun where there is none
    LiveObjects objects() {
        return login.objects().orElseThrow(LiveManifests::noCluster);
    }

    /// Requests to the cluster, likewise.
    LiveRequests requests() {
        return login.requests().orElseThrow(LiveManifests::noCluster);
    }

    boolean asksCluster() {
        return cluster;
    }

    /// Files with the policies and exemptions to judge under.
    List<String> policyFiles() {
        return policies;
    }

    boolean assumesComplete() {
        return assumeComplete;
    }

    /// Whether a cluster or files of policies have a say.
    boolean dependsOnMoreThanFiles() {
        return cluster || !policies.isEmpty();
    }

    /// That of the command line.
    Optional<String> givenNamespace() {
        return Optional.ofNullable(namespace);
    }

    /// Of objects that name none.
    String namespace() {
        return namespace != null
                ? namespace
                : live().map(ClusterReading::namespace).orElse("default");
    }

    /// The networks that are not among the inputs.
    ExternalNetworks around(@Nullable ClusterReading live) {
        if (live != null) {
            return new LiveSurroundings(live);
        }
        return assumeComplete ? ExternalNetworks.NOTHING : ExternalNetworks.UNKNOWN;
    }

    /// The policies that are in force.
    OfflinePolicyResolver resolver(@Nullable ClusterReading live, InputIndex survey) {
        Function<String, Map<String, String>> labels = name -> {
            Map<String, String> known = survey.labels().get(name);
            if (known != null) {
                return known;
            }
            return live == null ? Map.of() : live.labels(name);
        };
        return policiesInForce(live).resolver(labels);
    }

    /// Those of the options, and those of the cluster.
    PolicyFiles policiesInForce(@Nullable ClusterReading live) {
        PolicyFiles given = policies.isEmpty() ? PolicyFiles.NONE : PolicyFiles.read(Inputs.of(policies, System.in));
        if (live == null) {
            return given;
        }
        try {
            return given.and(live.policies(), live.exemptions());
        } catch (KubernetesClientException e) {
            if (gaps == null) {
                throw new CannotRun("The policies of the cluster cannot be read: " + e.getMessage(), e);
            }
            gaps.accept(
                    "You may not list the policies and exemptions of the cluster. The built-in policy applies instead;"
                            + " your own policies may be stricter or weaker.");
            return given;
        }
    }

    /// Tells of a rule that threw, which is a defect.
    void failed(Card rule, RuntimeException failure) {
        PrintWriter err = spec.commandLine().getErr();
        err.printf("The rule %s %s failed; this is a defect of this program:%n", rule.code(), rule.name());
        failure.printStackTrace(err);
    }

    @Override
    public void close() {
        connection.close();
    }
}
