package dev.multihoming.cli.command;

import dev.multihoming.cli.explain.Explanation;
import dev.multihoming.cli.explain.ExplanationText;
import dev.multihoming.cli.explain.Explanations;
import dev.multihoming.cli.explain.PageText;
import dev.multihoming.cli.explain.RulePages;
import dev.multihoming.cli.manifest.CannotRun;
import dev.multihoming.cli.manifest.Input;
import dev.multihoming.cli.manifest.Inputs;
import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.cli.manifest.Manifests;
import dev.multihoming.client.LiveObjects;
import dev.multihoming.core.admission.InferredRequester;
import dev.multihoming.core.attachment.NetworkConfig;
import dev.multihoming.core.review.Card;
import dev.multihoming.core.review.Requester;
import dev.multihoming.core.review.Settings;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `multihoming explain`: what an object comes to, and why; or what a rule is.
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Show the interfaces that an object gets, the policy that governs it, and what each rule finds.",
            "Or show the page of a rule."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:explained", "2:there is nothing to explain, or an input cannot be read"})
final class ExplainCommand implements Callable<Integer> {
    private static final NetworkConfig NOT_GIVEN =
            new NetworkConfig.Unknown("it is not among the files, and no cluster was asked");

    private static final Pattern CODE = Pattern.compile("(?i)MH[0-9]+");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "1..*",
            paramLabel = "WHAT",
            description = {
                "Files or folders with pods, networks, machines or workloads, - for standard input;",
                "or an object of the kubeconfig's current cluster, such as pod/web, nad/storage or vm/desktop;",
                "or a rule by its code or name, such as MH104."
            })
    private List<String> what = List.of();

    @Option(
            names = "--with",
            paramLabel = "PATH",
            description = "Also read the networks and namespaces in a file or folder; repeatable.")
    private List<String> with = List.of();

    @Mixin
    private final JudgingOptions judging = new JudgingOptions();

    @Option(
            names = "--as",
            paramLabel = "USER",
            defaultValue = "",
            description = "The user who makes the request; exemptions may depend on it.")
    private String user = "";

    @Option(names = "--as-group", paramLabel = "GROUP", description = "A group of USER; repeatable.")
    private List<String> groups = List.of();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Optional<Card> rule = rule();
        if (rule.isPresent()) {
            out.print(PageText.of(RulePages.page(rule.get())));
        } else {
            print(explanations(), out);
        }
        out.flush();
        return ExitCode.CLEAN;
    }

    /// A file goes before a rule of the same name.
    private Optional<Card> rule() {
        return what.size() == 1 && !Files.exists(Path.of(what.getFirst()))
                ? ruleNamed(what.getFirst())
                : Optional.empty();
    }

    private static Optional<Card> ruleNamed(String codeOrName) {
        Optional<Card> rule = RulePages.rule(codeOrName);
        if (rule.isEmpty() && CODE.matcher(codeOrName).matches()) {
            throw new CannotRun("There is no rule " + codeOrName + ".");
        }
        return rule;
    }

    private List<Explanation> explanations() {
        if (what.stream().noneMatch(LiveManifests::isMeant)) {
            return isOn("--cluster") ? besideCluster() : offline();
        }
        if (!what.stream().allMatch(LiveManifests::isMeant)) {
            throw new CannotRun("Ask for files, or for objects of the cluster, not for both at once.");
        }
        // What a cluster has is judged by what else it has.
        spec.findOption("--cluster").setValue(true);
        return live();
    }

    private List<Explanation> offline() {
        NetworkConfig other = isOn("--assume-complete") ? new NetworkConfig.Absent() : NOT_GIVEN;
        return ofFiles(_ -> other);
    }

    private List<Explanation> besideCluster() {
        try (LiveObjects cluster = LiveManifests.connected()) {
            return ofFiles(new LiveNetworks(cluster));
        }
    }

    private List<Explanation> ofFiles(NetworkConfig.Source others) {
        List<Input> asked = Inputs.of(what, System.in);
        List<Input> beside = Inputs.of(with, System.in);
        List<Input> all = Stream.concat(asked.stream(), beside.stream()).toList();
        try (judging) {
            return new Explanations(judging.reviews(all, () -> {}), _ -> requester(), others)
                    .of(manifests(asked), manifests(beside));
        }
    }

    private List<Explanation> live() {
        List<Input> beside = Inputs.of(with, System.in);
        try (judging;
                LiveObjects cluster = LiveManifests.connected()) {
            LiveManifests manifests = new LiveManifests(cluster, judging.namespace());
            return new Explanations(judging.reviews(beside, () -> {}), this::maker, new LiveNetworks(cluster))
                    .of(what.stream().map(manifests::read).toList(), manifests(beside));
        }
    }

    private Requester requester() {
        return Requester.named(user, groups);
    }

    /// The author of an object is not stored, but its owner tells.
    private Requester maker(Manifest manifest) {
        return user.isEmpty() ? InferredRequester.of(manifest.object(), Settings.DEFAULTS) : requester();
    }

    private boolean isOn(String flag) {
        return Boolean.TRUE.equals(spec.findOption(flag).getValue());
    }

    private List<Manifest> manifests(List<Input> inputs) {
        return inputs.stream()
                .flatMap(input -> Manifests.of(input, judging.namespace()).stream())
                .toList();
    }

    /// Of networks that are not among the files.
    static NetworkConfig.Source notGiven() {
        return _ -> NOT_GIVEN;
    }

    static void print(List<Explanation> explanations, PrintWriter out) {
        if (explanations.isEmpty()) {
            throw new CannotRun("There is nothing in it to explain: no pod, network, machine or workload.");
        }
        ExplanationText text = new ExplanationText(out);
        for (int i = 0; i < explanations.size(); i++) {
            if (i > 0) {
                out.print("\n\n");
            }
            text.print(explanations.get(i));
        }
    }
}
