package dev.multihoming.webhook.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.core.review.Effect;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/// The report of one namespace, as the PolicyReport of wgpolicyk8s.io and the Report of
/// openreports.io both have it; or that of the whole cluster, as the ClusterPolicyReport and
/// the ClusterReport have it, which tenants do not read. Nothing in it changes unless a finding
/// does: reports that change every hour would hide what matters.
public record AuditReport(String namespace, ObjectNode summary, ArrayNode results, int leftOut, Set<String> unread) {
    public static final String SOURCE = "multihoming-webhook";

    /// In place of a namespace: the cluster-scoped report.
    public static final String CLUSTER = "";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BUILT_IN = "built-in";
    private static final int FINGERPRINT_BYTES = 12;

    /// The results of one report, as JSON. Authors decide how long names and lists of ranges are, and etcd refuses
    /// objects of 1.5 MiB.
    static final int MAX_BYTES = 1 << 20;

    /// `unread` are the kinds that could not be seen.
    static AuditReport of(String namespace, NamespaceSummary tally, Set<String> unread) {
        ObjectNode summary = JsonNodeFactory.instance.objectNode();
        summary.put("pass", tally.passes());
        summary.put("fail", tally.count(Effect.DENIED) + tally.count(Effect.COUNTED));
        summary.put("warn", tally.count(Effect.WARNED));
        summary.put("skip", tally.count(Effect.EXEMPT));
        summary.put("error", 0);
        List<AuditResult> worst = tally.worst();
        ArrayNode results = fitting(worst);
        return new AuditReport(namespace, summary, results, tally.leftOut() + worst.size() - results.size(), unread);
    }

    /// The first of them, as far as there is room.
    private static ArrayNode fitting(List<AuditResult> worst) {
        ArrayNode results = JsonNodeFactory.instance.arrayNode();
        int bytes = 0;
        for (AuditResult result : worst) {
            ObjectNode added = JsonNodeFactory.instance.objectNode();
            add(added, result);
            bytes += added.toString().getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MAX_BYTES) {
                break;
            }
            results.add(added);
        }
        return results;
    }

    private static void add(ObjectNode to, AuditResult result) {
        to.put("source", SOURCE);
        to.put("policy", result.policy().isEmpty() ? BUILT_IN : result.policy());
        to.put("rule", result.rule());
        to.put("category", "Additional networks");
        to.put("severity", severity(result.effect()));
        to.put("result", result(result.effect()));
        to.put("scored", true);
        to.put("message", result.message());
        AuditedObject object = result.object();
        to.putArray("resources")
                .addObject()
                .put("apiVersion", object.apiVersion())
                .put("kind", object.kind())
                .put("namespace", object.namespace())
                .put("name", object.name())
                .put("uid", object.uid());
        ObjectNode properties = to.putObject("properties");
        properties.put("code", result.code());
        properties.put("mode", result.effect().mode());
        if (!result.exemption().isEmpty()) {
            properties.put("exemption", result.exemption());
            properties.put("reason", result.reason());
        }
    }

    private static String result(Effect effect) {
        return switch (effect) {
            case DENIED, COUNTED -> "fail";
            case WARNED, REPAIRED -> "warn";
            case EXEMPT -> "skip";
            case ALLOWED -> "pass";
        };
    }

    private static String severity(Effect effect) {
        return switch (effect) {
            case DENIED -> "high";
            case COUNTED -> "medium";
            case WARNED, REPAIRED -> "low";
            case EXEMPT, ALLOWED -> "info";
        };
    }

    /// The same for the same content.
    public String fingerprint() {
        String content = leftOut + "\n" + unread + "\n" + summary + "\n" + results;
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public boolean isOfCluster() {
        return namespace.equals(CLUSTER);
    }

    /// With the fields that every kind of report has below `metadata`.
    public ObjectNode content() {
        ObjectNode content = JSON.createObjectNode();
        if (!isOfCluster()) {
            content.putObject("scope")
                    .put("apiVersion", "v1")
                    .put("kind", "Namespace")
                    .put("name", namespace);
        }
        content.set("summary", summary);
        content.set("results", results);
        return content;
    }
}
