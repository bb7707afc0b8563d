package dev.multihoming.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.cli.explain.Explanation;
import dev.multihoming.cli.manifest.CannotRun;
import dev.multihoming.cli.manifest.Input;
import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.cli.manifest.Manifests;
import dev.multihoming.cli.nad.NetworkForm;
import dev.multihoming.client.LiveObjects;
import dev.multihoming.console.engine.Attachments;
import dev.multihoming.console.engine.Engine.Refused;
import dev.multihoming.core.attachment.InterfaceTable;
import dev.multihoming.core.multus.NadName;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.plugins.InterfacePlugin;
import dev.multihoming.core.plugins.KnownPlugins;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// Answers the console about networks and who uses them, with what the commands `networks` and `explain` do.
final class ConsoleAttachments implements Attachments {
    private final ConsoleRequests requests;
    private final JudgingOptions judging;

    ConsoleAttachments(ConsoleRequests requests) {
        this.requests = requests;
        this.judging = requests.judging();
    }

    @Override
    public Optional<Details> network(String namespace, String name) {
        return found(() -> new ConsoleDetails(judging, requests.readableFiles())
                .of(new NadRef(namespace, name))
                .map(it -> new Details(
                        it.network(),
                        it.source(),
                        it.facts(),
                        it.gets(),
                        it.findings(),
                        it.segments(),
                        it.users(),
                        it.nodes(),
                        it.consequences(),
                        it.yaml(),
                        requests.withGaps(it.notices()))));
    }

    @Override
    public Workloads workloads(Filter filter) {
        return requests.asked(() -> {
            Workloads all = new ConsoleWorkloads(judging, requests.readableFiles(), filter).all();
            return new Workloads(all.total(), all.shown(), requests.withGaps(all.notices()));
        });
    }

    @Override
    public Optional<String> manifest(Target target) {
        return found(() -> requests.readableFiles().manifests().stream()
                .filter(it -> ConsoleDetails.target(it.ref()).equals(target))
                .map(it -> it.source().text())
                .findFirst()
                .or(() -> ofCluster(target)));
    }

    private Optional<String> ofCluster(Target target) {
        String kind = target.kind().toLowerCase(Locale.ROOT);
        boolean couldExist =
                NadName.isNamespace(target.namespace()) && new NadRef(target.namespace(), target.name()).couldExist();
        if (judging.live().isEmpty() || !LiveObjects.isKind(kind) || !couldExist) {
            return Optional.empty();
        }
        try (LiveObjects cluster = judging.objects()) {
            return cluster.get(kind, target.namespace(), target.name()).map(ConsoleAttachments::written);
        } catch (LiveObjects.Unreadable e) {
            throw new CannotRun(
                    "The %s %s in namespace %s cannot be read: %s."
                            .formatted(target.kind(), target.name(), target.namespace(), e.getMessage()),
                    e);
        }
    }

    /// As its author wrote it, as far as that can be told.
    private static String written(JsonNode object) {
        ObjectNode written = object.deepCopy();
        written.remove("status");
        return ConsoleNetworks.yaml(written);
    }

    @Override
    public List<String> choices(String namespace) {
        return requests.asked(() -> new ConsoleNetworks(judging, requests.readableFiles())
                .names(namespace).stream()
                        .map(ref -> namespace.isEmpty() ? ref.toString() : ref.name())
                        .toList());
    }

    @Override
    public String attach(String text, Target target, Selection selection) {
        return requests.asked(() -> {
            NetworkAttachment attachment = NetworkAttachment.of(text, judging.namespace(), target);
            return attachment.with(selection, it -> binding(it, attachment.manifest()));
        });
    }

    /// That of most plugins for a network that is not there yet.
    private String binding(AnnotatedNetwork network, Manifest machine) {
        String namespace = network.namespace().isEmpty() ? machine.namespace() : network.namespace();
        return new ConsoleNetworks(judging, requests.readableFiles())
                .find(new NadRef(namespace, network.name()))
                .flatMap(it -> KnownPlugins.of(NetworkForm.of(it.object()).type()))
                .filter(InterfacePlugin.class::isInstance)
                .map(it -> ((InterfacePlugin) it).machineBinding())
                .orElse(InterfacePlugin.BRIDGE_BINDING);
    }

    @Override
    public Interfaces interfaces(String text, Target target) {
        return requests.asked(() -> {
            Manifest asked =
                    NetworkAttachment.of(text, judging.namespace(), target).manifest();
            List<Manifest> beside = requests.readableFiles().and(Manifests.of(Input.pasted(text), judging.namespace()));
            try (PredictedInterfaces prediction = PredictedInterfaces.of(judging, beside)) {
                InterfaceTable table = prediction.explain(List.of(asked), beside).stream()
                        .map(Explanation::table)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse(new InterfaceTable(List.of(), List.of()));
                return new Interfaces(table.lines(), table.remarks());
            }
        });
    }

    /// It is not known whether a cluster that does not answer has the object.
    private <T> Optional<T> found(Supplier<Optional<T>> question) {
        return requests.asked(() -> {
            Optional<T> answer = question.get();
            List<String> unknown = answer.isEmpty() ? requests.gaps() : List.of();
            if (!unknown.isEmpty()) {
                throw new Refused(String.join(" ", unknown));
            }
            return answer;
        });
    }
}
