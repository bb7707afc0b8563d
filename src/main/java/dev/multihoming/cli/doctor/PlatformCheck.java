package dev.multihoming.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.client.ClusterRequests.Reply;
import dev.multihoming.client.WebhookFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What the platform needs of Multus and of the webhook.
final class PlatformCheck implements Check {
    private static final String SUBJECT = "platform";
    private static final String ENFORCER = "admissions.enforcer/disabled";

    /// Nodes of one cluster have the same labels of their platform.
    private static final String SOME_NODES = "api/v1/nodes?limit=5";

    @Override
    public List<Line> lines(Installation installation) {
        Reply nodes = installation.cluster().get(SOME_NODES);
        Set<String> labels = new TreeSet<>();
        nodes.body()
                .path("items")
                .forEach(node -> node.at("/metadata/labels").fieldNames().forEachRemaining(labels::add));
        List<Platform> platforms = Platform.of(installation.groups(), installation.version(), labels);
        List<Line> lines = new ArrayList<>();
        platforms.forEach(it -> lines.add(line(it, installation)));
        if (platforms.isEmpty()) {
            lines.add(none(nodes, installation.version()));
        }
        return lines;
    }

    private static Line none(Reply nodes, String version) {
        String kubernetes = version.isEmpty() ? "Kubernetes of an unknown version" : "Kubernetes " + version;
        return nodes.isNotPermitted()
                ? Line.notPermitted(
                        SUBJECT,
                        "%s. You may not list nodes: AKS cannot be recognized.".formatted(kubernetes),
                        "On AKS: " + Platform.AKS.needs())
                : Line.ok(SUBJECT, kubernetes + ", no platform with needs of its own.");
    }

    private static Line line(Platform platform, Installation installation) {
        String fact = "%s, Kubernetes %s.".formatted(platform.title(), installation.version());
        return switch (platform) {
            case OPENSHIFT -> openShift(fact, installation);
            case AKS -> aks(fact, installation);
            case RKE2, K3S, EKS, GKE -> new Line(SUBJECT, Grade.OK, fact, platform.needs());
        };
    }

    private static Line openShift(String fact, Installation installation) {
        boolean isLeftOut = installation.validating().webhooks().anyMatch(PlatformCheck::leavesPlatformOut);
        return isLeftOut || !installation.validating().isPresent()
                ? new Line(SUBJECT, Grade.OK, fact, Platform.OPENSHIFT.needs())
                : Line.problem(
                        SUBJECT,
                        fact + " The webhook is called for the platform's own namespaces.",
                        Platform.OPENSHIFT.needs());
    }

    private static boolean leavesPlatformOut(JsonNode webhook) {
        for (JsonNode condition : webhook.path("matchConditions")) {
            if (condition.equals(WebhookFields.PLATFORM_LEFT_OUT)) {
                return true;
            }
        }
        return false;
    }

    private static Line aks(String fact, Installation installation) {
        boolean isProtected = Stream.of(installation.validating(), installation.mutating())
                .filter(Registered::isPresent)
                .allMatch(it -> it.own()
                        .path("metadata")
                        .path("labels")
                        .path(ENFORCER)
                        .asText()
                        .equals("true"));
        return isProtected
                ? new Line(SUBJECT, Grade.OK, fact, Platform.AKS.needs())
                : Line.problem(
                        SUBJECT,
                        fact + " A webhook configuration lacks the label " + ENFORCER + ".",
                        Platform.AKS.needs());
    }
}
