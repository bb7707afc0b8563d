package dev.multihoming.cli.command;

import dev.multihoming.cli.explain.ConfigsOfInputs;
import dev.multihoming.cli.manifest.CannotRun;
import dev.multihoming.cli.manifest.Inputs;
import dev.multihoming.cli.networks.NetworkDetails;
import dev.multihoming.cli.networks.NetworkInventory;
import dev.multihoming.cli.networks.NetworkListing;
import dev.multihoming.cli.networks.NetworksReport;
import dev.multihoming.cli.networks.NodeLinks;
import dev.multihoming.cli.networks.ObjectSource;
import dev.multihoming.client.ClusterObjects;
import dev.multihoming.core.attachment.AttachedInterface;
import dev.multihoming.core.multus.NadRef;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `multihoming networks`: which networks there are, who shares a segment, and who uses them.
@Command(
        name = "networks",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "List networks by layer-2 segment, with their addresses and users; or show one network.",
            "Reads the kubeconfig's current cluster with your rights, or files where a PATH is given; writes nothing."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:listed", "2:there is no such network, or something cannot be read"})
final class NetworksCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..*",
            paramLabel = "[NAMESPACE/NAME] [PATH...]",
            hideParamSyntax = true,
            description = {
                "A network to show; without one all are listed. Then files, folders (their *.yaml, *.yml and *.json),",
                "or - for standard input; without one the cluster is read."
            })
    private List<String> what = List.of();

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAME",
            description = "Only this namespace of the cluster. With files: the namespace of objects that name none.")
    private @Nullable String namespace;

    @Option(
            names = "--by",
            paramLabel = "ORDER",
            defaultValue = "segment",
            description = "Order the list by one of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private NetworkListing.Order order = NetworkListing.Order.SEGMENT;

    @Option(names = "--shared", description = "Only segments that networks of two or more namespaces are on.")
    private boolean shared;

    @Option(
            names = "--overlaps",
            description =
                    "Only networks that may assign an address which another network of their segment assigns too.")
    private boolean overlaps;

    @Option(names = "--unused", description = "Only networks that no pod, workload or virtual machine selects.")
    private boolean unused;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private NetworksFormat output = NetworksFormat.TABLE;

    @Override
    public Integer call() {
        NadRef asked = what.isEmpty() ? null : asNetwork(what.getFirst());
        if (asked != null && (shared || overlaps || unused)) {
            throw new ParameterException(
                    spec.commandLine(), "--shared, --overlaps and --unused choose from a list, not from one network.");
        }
        List<String> paths = asked == null ? what : what.subList(1, what.size());
        CountLine progress = new CountLine(spec.commandLine().getErr(), Terminal.isThere());
        if (paths.isEmpty()) {
            try (ClusterObjects cluster = connected()) {
                run(new LiveSource(cluster, Objects.requireNonNullElse(namespace, ""), progress), asked, progress);
            }
        } else {
            run(
                    new FileSource(Inputs.of(paths, System.in), Objects.requireNonNullElse(namespace, "default")),
                    asked,
                    progress);
        }
        return ExitCode.CLEAN;
    }

    /// `NAMESPACE/NAME`, where no file is called so.
    private static @Nullable NadRef asNetwork(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || Files.exists(Path.of(text))) {
            return null;
        }
        NadRef ref = new NadRef(text.substring(0, slash), text.substring(slash + 1));
        return ref.couldExist() ? ref : null;
    }

    private static ClusterObjects connected() {
        return ClusterObjects.ofCurrentContext()
                .orElseThrow(() ->
                        new CannotRun("There is no kubeconfig with a current context; set KUBECONFIG, or name files."));
    }

    private void run(ObjectSource source, @Nullable NadRef asked, CountLine progress) {
        NetworksReport report =
                output.report(spec.commandLine().getOut(), spec.commandLine().getErr());
        NetworkInventory inventory = NetworkInventory.read(source, asked);
        if (asked == null) {
            progress.clear();
            NetworkListing listing =
                    NetworkListing.of(inventory, order, new NetworkListing.Filter(shared, overlaps, unused));
            report.list(listing, inventory, order, source.notices());
        } else {
            NetworkDetails details = details(source, asked, inventory);
            progress.clear();
            report.details(details, source.notices());
        }
    }

    private static NetworkDetails details(ObjectSource source, NadRef asked, NetworkInventory inventory) {
        NetworkInventory.AskedNetwork found =
                inventory.asked().orElseThrow(() -> new CannotRun("There is no network %s.".formatted(asked)));
        NodeLinks links =
                new NodeLinks(found.network(), found.object().at("/spec/config").asText());
        source.nodes(links::add);
        return NetworkDetails.of(
                inventory, found, AttachedInterface.to(asked, ConfigsOfInputs.read(found.object())), links.found());
    }
}
