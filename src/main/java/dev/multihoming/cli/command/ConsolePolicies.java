package dev.multihoming.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.cli.manifest.CannotRun;
import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.cli.manifest.Manifests;
import dev.multihoming.cli.policydiff.DiffCsv;
import dev.multihoming.cli.policydiff.DiffSection;
import dev.multihoming.cli.policydiff.PolicyDiff;
import dev.multihoming.cli.policydiff.PolicyObjects;
import dev.multihoming.client.ClusterReading;
import dev.multihoming.client.LiveObjects;
import dev.multihoming.client.ResourceLists.Coverage;
import dev.multihoming.client.ResourceLists.Request;
import dev.multihoming.console.engine.PolicyChanges;
import dev.multihoming.core.admission.ReviewedKind;
import dev.multihoming.core.admission.ReviewedKind.Content;
import dev.multihoming.core.admission.ReviewedKinds;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/// Answers the console about policies and exemptions, with what the command `policy diff` does.
record ConsolePolicies(ConsoleRequests requests) implements PolicyChanges {
    @Override
    public Existing existing() {
        return requests.asked(() -> {
            Map<String, Name> names = new TreeMap<>();
            List<String> notices = each((name, _) -> names.putIfAbsent(name.kind() + "/" + name.name(), name));
            return new Existing(List.copyOf(names.values()), requests.withGaps(notices));
        });
    }

    @Override
    public Optional<String> text(Name policy) {
        return requests.asked(() -> {
            Map<Name, String> found = new LinkedHashMap<>();
            each((name, manifest) -> {
                if (name.equals(policy)) {
                    found.putIfAbsent(name, text(manifest));
                }
            });
            return Optional.ofNullable(found.get(policy));
        });
    }

    /// Shows each, those of files first.
    ///
    /// @return what could not be read, sentences
    private List<String> each(BiConsumer<Name, Manifest> visitor) {
        ReadableFiles files = requests.readableFiles();
        List<Manifest> ofFiles = new ArrayList<>(files.manifests());
        ofFiles.addAll(DiffInputs.of(requests.judging().policyFiles()).policies());
        ofFiles.stream()
                .filter(it -> PolicyObjects.isOne(it.object()))
                .forEach(it -> visitor.accept(name(it.object()), it));
        List<String> notices = new ArrayList<>(files.notices());
        requests.judging().live().ifPresent(cluster -> each(cluster, visitor, notices));
        return notices;
    }

    private static void each(ClusterReading cluster, BiConsumer<Name, Manifest> visitor, List<String> notices) {
        for (ReviewedKind kind : ReviewedKinds.all()) {
            if (!(kind.content() instanceof Content.Own)) {
                continue;
            }
            try {
                Coverage coverage = cluster.objects()
                        .objects(
                                Request.of(kind, ""),
                                kind.kind(),
                                it -> visitor.accept(name(it), Manifests.ofCluster(it)));
                if (coverage == Coverage.NOT_PERMITTED) {
                    notices.add("You may not list the %s of the cluster."
                            .formatted(kind.resource().plural()));
                }
            } catch (LiveObjects.Unreadable e) {
                notices.add(
                        "The %s cannot be read: %s.".formatted(kind.resource().plural(), e.getMessage()));
            }
        }
    }

    private static Name name(JsonNode object) {
        return new Name(
                object.path("kind").asText(), object.at("/metadata/name").asText());
    }

    /// Without what the API server wrote, so that it can be proposed and applied.
    private static String text(Manifest manifest) {
        if (!manifest.source().name().equals(Manifests.IN_CLUSTER)) {
            return ConsoleNetworks.alone(manifest);
        }
        ObjectNode written = manifest.object().deepCopy();
        written.remove("status");
        if (written.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove(List.of("uid", "resourceVersion"));
        }
        return ConsoleNetworks.yaml(written);
    }

    @Override
    public Outcome whatIf(Proposal proposal, int most) {
        ProposedChange change = new ProposedChange(proposal);
        PolicyDiff diff = diff(change);
        return new Outcome(
                diff.current(),
                diff.proposed(),
                DiffSection.of(diff).stream().map(it -> section(it, most)).toList(),
                diff.gaps(),
                diff.summary(),
                change.command(requests));
    }

    private static Section section(DiffSection section, int most) {
        return new Section(
                section.title(),
                section.heads(),
                section.rows().size(),
                section.rows().stream()
                        .limit(most)
                        .map(row -> new Row(row.cells(), row.rule(), row.message()))
                        .toList());
    }

    @Override
    public String csv(Proposal proposal) {
        StringWriter csv = new StringWriter();
        new DiffCsv().print(diff(new ProposedChange(proposal)), new PrintWriter(csv, true));
        return csv.toString();
    }

    private PolicyDiff diff(ProposedChange change) {
        return requests.asked(() -> {
            try {
                ReadableFiles objects = change.objects(requests);
                PolicyDiff diff = new PolicyDiffing(
                                change.options(requests, objects),
                                requests.judging().live())
                        .diff(Optional.empty());
                List<String> gaps = new ArrayList<>(objects.notices());
                gaps.addAll(diff.gaps());
                return new PolicyDiff(
                        diff.current(),
                        diff.proposed(),
                        diff.objects(),
                        diff.unchanged(),
                        diff.takeovers(),
                        requests.withGaps(gaps));
            } catch (LiveObjects.Unreadable e) {
                throw new CannotRun("The cluster cannot be read: %s.".formatted(e.getMessage()), e);
            }
        });
    }
}
