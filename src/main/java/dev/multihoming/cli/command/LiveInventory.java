package dev.multihoming.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.cli.manifest.CannotRun;
import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.cli.manifest.Manifests;
import dev.multihoming.cli.policydiff.PolicyObjects;
import dev.multihoming.client.ClusterReading;
import dev.multihoming.client.ResourceLists.Coverage;
import dev.multihoming.client.ResourceLists.Request;
import dev.multihoming.core.admission.ReviewedKind;
import dev.multihoming.core.admission.ReviewedKind.Content;
import dev.multihoming.core.admission.ReviewedKinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a cluster has, as far as the caller may list it, as if it stood in files.
final class LiveInventory {
    private final ClusterReading cluster;
    private final @Nullable String namespace;
    private final CountLine progress;
    private final Advice advice;
    private final List<String> gaps = new ArrayList<>();

    /// What is said to a person who may not list all: sentences with a place for what that is.
    ///
    /// @param namespaces of all namespaces
    /// @param policies the policies and exemptions
    record Advice(String namespaces, String policies) {
        /// To a person who runs the command.
        static final Advice OPTIONS = new Advice(
                "Not judged: %s, which you may not list in all namespaces; name one with --namespace.",
                "You may not list the %s of the cluster; give the current ones with --policy.");

        /// To a person in front of the console.
        static final Advice PAGE = new Advice(
                "Not judged: %s, which you may not list in all namespaces; choose one.",
                "You may not list the %s of the cluster; without them there is nothing to compare with.");
    }

    /// `namespace` is the only one that is looked at; `null` for all.
    LiveInventory(ClusterReading cluster, @Nullable String namespace, CountLine progress, Advice advice) {
        this.cluster = cluster;
        this.namespace = namespace;
        this.progress = progress;
        this.advice = advice;
    }

    /// The policies and exemptions, with those `given` in place of those of the same name. Empty where none are
    /// given and the cluster does not know them: the webhook is not installed.
    ///
    /// @throws CannotRun where they may not be read and none are given
    Optional<PolicyObjects> policiesWith(PolicyObjects given) {
        List<JsonNode> all = new ArrayList<>();
        boolean isInstalled = !given.isEmpty();
        for (ReviewedKind kind : ReviewedKinds.all()) {
            if (!(kind.content() instanceof Content.Own)) {
                continue;
            }
            Coverage coverage = cluster.objects().objects(Request.of(kind, ""), kind.kind(), all::add);
            if (coverage == Coverage.NOT_PERMITTED && given.isEmpty()) {
                throw new CannotRun(advice.policies().formatted(kind.resource().plural()));
            }
            isInstalled |= coverage == Coverage.WHOLE;
        }
        return isInstalled ? Optional.of(PolicyObjects.of(all).with(given)) : Optional.empty();
    }

    /// Namespaces and networks, which the others are judged among.
    void surroundings(Consumer<Manifest> visitor) {
        if (namespace != null) {
            Map<String, String> labels = cluster.labels(namespace);
            // Each namespace has a label with its name.
            if (labels.isEmpty()) {
                gaps.add("The labels of namespace %s cannot be read: policies that select it by labels are left out."
                        .formatted(namespace));
            }
            visitor.accept(namespace(namespace, labels));
        } else if (cluster.objects().namespaces(it -> visitor.accept(Manifests.ofCluster(it)))
                == Coverage.NOT_PERMITTED) {
            gaps.add("Namespaces cannot be listed: policies that select them by labels may be left out.");
        }
        visit(Stream.of(ReviewedKinds.NADS), visitor);
    }

    private Manifest namespace(String name, Map<String, String> labels) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("apiVersion", "v1").put("kind", "Namespace");
        ObjectNode written = object.putObject("metadata").put("name", name).putObject("labels");
        labels.forEach(written::put);
        return Manifests.ofCluster(object);
    }

    /// Every object that the webhook would review.
    void objects(Consumer<Manifest> visitor) {
        visit(ReviewedKinds.all().stream().filter(ReviewedKind::audited), visitor);
    }

    private void visit(Stream<ReviewedKind> kinds, Consumer<Manifest> visitor) {
        kinds.forEach(kind -> {
            Request all = Request.of(kind, Objects.requireNonNullElse(namespace, ""));
            progress.begin(kind.resource().toString());
            Coverage coverage = cluster.objects().objects(all, kind.kind(), object -> {
                progress.step();
                visitor.accept(Manifests.ofCluster(object));
            });
            if (coverage == Coverage.NOT_PERMITTED) {
                gaps.add(refused(kind));
            }
        });
    }

    private String refused(ReviewedKind kind) {
        String sentence = namespace == null ? advice.namespaces() : "Not judged: %s, which you may not list there.";
        return sentence.formatted(kind.resource().plural());
    }

    /// What could not be seen: sentences.
    List<String> gaps() {
        return gaps.stream().distinct().toList();
    }
}
