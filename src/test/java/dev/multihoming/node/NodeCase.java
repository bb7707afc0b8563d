package dev.multihoming.node;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.chaos.Answer;
import dev.multihoming.cli.explain.ConfigsOfInputs;
import dev.multihoming.core.attachment.InterfaceTable;
import dev.multihoming.core.attachment.MultusSetup;
import dev.multihoming.core.attachment.NetworkConfig;
import dev.multihoming.core.attachment.PodInterfaces;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.policy.Verdict;
import dev.multihoming.core.review.Settings;
import dev.multihoming.core.subject.NetworkAnnotations;
import dev.multihoming.fixtures.Fixture;
import dev.multihoming.fixtures.FixtureReview;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// One fixture, what we say of it, and what the node made of it.
///
/// @param request what the API server answered to it
/// @param hasPrograms whether the node has the program of every plugin that its networks name
/// @param explained the pod's interfaces, by the code that `explain` uses
/// @param added after ADD; null where the kubelet calls no CNI plugin
/// @param deleted after DEL
record NodeCase(
        Fixture fixture,
        FixtureReview review,
        Answer request,
        boolean hasPrograms,
        InterfaceTable explained,
        @Nullable NodeAnswer added,
        @Nullable NodeAnswer deleted) {
    /// Whether a pod can come of it at once.
    static boolean isAboutAttaching(Fixture fixture) {
        String kind = fixture.subject().path("kind").asText();
        return !fixture.request().operation().equals("DELETE")
                && (kind.equals("Pod") || kind.equals("Binding") || kind.equals("NetworkAttachmentDefinition"));
    }

    /// Brings it about in an API server and calls Multus.
    static NodeCase run(Fixture fixture, FixtureReview review, boolean asSent, CaseObjects objects, MultusNode node)
            throws InterruptedException {
        objects.prepare();
        Answer request = objects.send(asSent ? fixture.subject() : review.stored());
        if (!isStored(request)) {
            return new NodeCase(fixture, review, request, true, new InterfaceTable(List.of(), List.of()), null, null);
        }
        ConfigNeeds needs = ConfigNeeds.of(objects.networks());
        boolean hasPrograms = needs.types().stream().allMatch(node::hasPlugin);
        List<String> carried =
                needs.podLinks().stream().filter(link -> !link.equals("eth0")).toList();
        if (!carried.isEmpty()) {
            objects.addCarrier();
        }
        JsonNode pod = objects.pod(carried);
        InterfaceTable explained = explain(fixture, pod, objects);
        if (pod.at("/spec/hostNetwork").asBoolean()) {
            return new NodeCase(fixture, review, request, hasPrograms, explained, null, null);
        }
        Runnable renewal = () -> renew(fixture, objects, needs, pod, node);
        renewal.run();
        String name = pod.at("/metadata/name").asText();
        String uid = pod.at("/metadata/uid").asText();
        NodeAnswer added = node.add(objects.namespace(), name, uid);
        if (added.run().stopped()) {
            // A busy machine may stop one that would have ended.
            renewal.run();
            added = node.add(objects.namespace(), name, uid);
        }
        NodeAnswer deleted = node.del(objects.namespace(), name, uid);
        if (deleted.run().stopped() && !added.run().stopped()) {
            // As above. DEL may be repeated, as the container runtime does.
            deleted = node.del(objects.namespace(), name, uid);
        }
        return new NodeCase(fixture, review, request, hasPrograms, explained, added, deleted);
    }

    private static void renew(Fixture fixture, CaseObjects objects, ConfigNeeds needs, JsonNode pod, MultusNode node) {
        node.renew(needs.lines(links(fixture)));
        node.allocateDevices(pod);
        node.attachToEveryPod(networksOfEveryPod(fixture));
        objects.networks().stream()
                .filter(nad -> nad.at("/spec/config").asText().isEmpty())
                .forEach(nad -> node.writeConfig(nad.at("/metadata/name").asText()));
    }

    /// Where it could not be brought about.
    static NodeCase failed(Fixture fixture, FixtureReview review, String why) {
        Answer answer = new Answer(0, why, List.of());
        return new NodeCase(fixture, review, answer, true, new InterfaceTable(List.of(), List.of()), null, null);
    }

    /// Whether the API server took it.
    boolean isStored() {
        return isStored(request);
    }

    private static boolean isStored(Answer request) {
        return request.status() / 100 == 2;
    }

    /// The rules that found something.
    Set<String> codes() {
        Verdict verdict = review.verdict();
        return Stream.of(verdict.denials(), verdict.warnings(), verdict.audited())
                .flatMap(List::stream)
                .map(finding -> finding.card().code())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> links(Fixture fixture) {
        return StreamSupport.stream(fixture.request().facts().path("links").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }

    private static int networksOfEveryPod(Fixture fixture) {
        return fixture.request()
                .settings()
                .path("interfaceOffset")
                .asInt(Settings.DEFAULTS.multus().interfaceOffset());
    }

    private static InterfaceTable explain(Fixture fixture, JsonNode pod, CaseObjects objects) {
        var networks = new ConfigsOfInputs(_ -> new NetworkConfig.Absent());
        objects.networks()
                .forEach(nad -> networks.add(
                        new NadRef(
                                nad.at("/metadata/namespace").asText(),
                                nad.at("/metadata/name").asText()),
                        nad));
        JsonNode annotations = pod.at("/metadata/annotations");
        var multus = new MultusSetup(
                networksOfEveryPod(fixture), Settings.DEFAULTS.multus().namespace());
        return new PodInterfaces(multus, networks)
                .of(
                        objects.namespace(),
                        new NetworkAnnotations(
                                text(annotations, NetworkAnnotations.NETWORKS),
                                text(annotations, NetworkAnnotations.DEFAULT_NETWORK)),
                        pod.at("/spec/hostNetwork").asBoolean());
    }

    private static @Nullable String text(JsonNode annotations, String key) {
        return annotations.path(key).isTextual() ? annotations.path(key).asText() : null;
    }
}
