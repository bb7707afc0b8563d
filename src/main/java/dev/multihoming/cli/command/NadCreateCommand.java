package dev.multihoming.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.cli.manifest.CannotRun;
import dev.multihoming.cli.manifest.ManifestVerdict;
import dev.multihoming.cli.nad.BadDraft;
import dev.multihoming.cli.nad.NadManifest;
import dev.multihoming.cli.nad.NetworkDraft;
import dev.multihoming.cli.nad.RequiredFlag;
import dev.multihoming.core.admission.Creation;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.NadName;
import dev.multihoming.core.review.Wording;
import dev.multihoming.core.rules.nads.MisspeltPluginType;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `multihoming nad create`: a network from flags, checked before it is applied.
@Command(
        name = "create",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Print a NetworkAttachmentDefinition for kubectl apply -f -.",
            "",
            "What is missing is asked for at a terminal. What the webhook would add is added, what it would deny is"
                    + " refused, in its words."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:printed", "1:the webhook would deny it", "2:a flag is missing or wrong"})
final class NadCreateCommand implements Callable<Integer> {
    private static final String PAGES = "https://multihoming.dev/rules/";
    private static final RequiredFlag NAME = new RequiredFlag("NAME", "the name of the network");
    private static final RequiredFlag TYPE =
            new RequiredFlag("--type", "the CNI plugin, such as bridge, macvlan, ipvlan or sriov");

    enum Output {
        YAML,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Prompt dialogue;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Name of the network; pods select it by this name.")
    private @Nullable String name;

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAME",
            description = "Namespace; default: that of the kubectl context.")
    private @Nullable String namespace;

    @Option(
            names = {"-t", "--type"},
            paramLabel = "PLUGIN",
            description = "The CNI plugin: bridge, macvlan, ipvlan, vlan, host-device, sriov, ovs, tap,"
                    + " ovn-k8s-cni-overlay and others.")
    private @Nullable String type;

    @Mixin
    private PluginFlags plugin = new PluginFlags();

    @Option(
            names = "--resource",
            paramLabel = "NAME",
            description = "Resource whose devices its plugin gets (sriov, ib-sriov, macvtap, host-device, ovs), such as"
                    + " example.com/sriov_vf.")
    private @Nullable String resource;

    @Mixin
    private AddressFlags addresses = new AddressFlags();

    @Option(
            names = "--cni-version",
            paramLabel = "VERSION",
            defaultValue = "1.0.0",
            description = "Version of the CNI specification (default: ${DEFAULT-VALUE}).")
    private String cniVersion = "";

    @Mixin
    private PolicyFlags policies = new PolicyFlags();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "yaml",
            description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Output output = Output.YAML;

    NadCreateCommand() {
        this(Prompt.atTerminal());
    }

    /// `dialogue` is for what is missing.
    NadCreateCommand(Prompt dialogue) {
        this.dialogue = dialogue;
    }

    @Override
    public Integer call() {
        demand(List.of(NAME, TYPE));
        refuseMistakes(String.valueOf(name), String.valueOf(type));
        demand(RequiredFlag.ofType(String.valueOf(type)));
        demand(RequiredFlag.ofAddresses(String.valueOf(type), addresses.type(), plugin.topology()));
        PrintWriter err = spec.commandLine().getErr();
        ManifestVerdict judgement = new DraftReview(policies.read(), new Defects(err)).judge(drafted());
        Wording wording = new Wording(PAGES);
        if (judgement.isDenied()) {
            judgement
                    .creation()
                    .ifPresent(it -> err.println(wording.denial(
                            it.verdict().denials(), it.verdict().notice().sentence())));
            return ExitCode.FINDINGS;
        }
        judgement
                .creation()
                .ifPresent(it -> it.verdict()
                        .warnings()
                        .forEach(warning ->
                                err.println("Warning: " + wording.warning(warning.card(), warning.violation()))));
        print(judgement
                .creation()
                .map(Creation::stored)
                .orElse(judgement.manifest().object()));
        return ExitCode.CLEAN;
    }

    /// A type that the webhook does not know may be on the nodes; one that is nearly a known type is a slip.
    private static void refuseMistakes(String name, String type) {
        if (!NadName.isName(name)) {
            throw new CannotRun("%s is not a valid name: use lower-case letters, digits, '-' and '.', at most 253."
                    .formatted(Quoted.of(name)));
        }
        MisspeltPluginType.meant(type).ifPresent(meant -> {
            throw new CannotRun("%s is not a plugin type; closest: %s.".formatted(Quoted.of(type), Quoted.of(meant)));
        });
    }

    private void print(JsonNode stored) {
        JsonNode nad = NadManifest.laidOut(stored);
        PrintWriter out = spec.commandLine().getOut();
        out.print(
                switch (output) {
                    case YAML -> NadManifest.yaml(nad);
                    case JSON -> NadManifest.json(nad);
                });
        out.flush();
    }

    private JsonNode drafted() {
        try {
            NetworkDraft draft = NetworkDraft.of(cniVersion, namespace, String.valueOf(name), String.valueOf(type));
            plugin.describe(draft);
            draft.addresses(addresses.plan());
            plugin.describeFurther(draft);
            return NadManifest.of(String.valueOf(name), namespace, resource, draft.config());
        } catch (BadDraft e) {
            throw new CannotRun(e.getMessage() + ".", e);
        }
    }

    /// Asks for what is missing, all of it before anything is refused.
    private void demand(List<RequiredFlag> needs) {
        List<String> missing = new ArrayList<>();
        for (RequiredFlag need : needs) {
            ArgSpec flag = flag(need);
            if (flag.getValue() == null) {
                dialogue.ask(need.flag().replaceFirst("^--", "") + " (" + need.meaning() + ")")
                        .map(String::strip)
                        .filter(answer -> !answer.isEmpty())
                        .ifPresentOrElse(
                                answer -> set(flag, answer), () -> missing.add(need.flag() + ", " + need.meaning()));
            }
        }
        if (!missing.isEmpty()) {
            throw new CannotRun("Missing: " + String.join("; ", missing) + ".");
        }
    }

    private ArgSpec flag(RequiredFlag need) {
        return need.equals(NAME) ? spec.positionalParameters().getFirst() : spec.findOption(need.flag());
    }

    private static void set(ArgSpec flag, String answer) {
        flag.setValue(flag.isMultiValue() ? List.of(answer) : answer);
    }
}
