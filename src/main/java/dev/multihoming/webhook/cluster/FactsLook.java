package dev.multihoming.webhook.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.client.ApiPages;
import dev.multihoming.client.ApiStatusException;
import dev.multihoming.core.plugins.NetworkAddons;
import dev.multihoming.core.review.ClusterFacts;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/// One look at what nodes report, at NetworkPolicies and at the objects of operators. Each of the lists may be
/// missing: not installed, or not permitted. What could not be read to its end counts as unread, because "no
/// node has it" takes all nodes.
final class FactsLook {
    private static final long TIME_BOX_NANOS = TimeUnit.MINUTES.toNanos(2);

    /// Of the largest that nodes make, NodeNetworkStates, one page is a few MiB.
    private static final int PAGE = 50;

    private static final Logger LOG = Logger.getLogger(FactsLook.class);

    private final ApiPages pages;
    private final ClusterFacts last;
    private final long end = System.nanoTime() + TIME_BOX_NANOS;
    private final Set<String> links = new HashSet<>();
    private final Set<String> bridges = new HashSet<>();
    private final Set<String> ovsBridges = new HashSet<>();
    private final Set<String> advertised = new HashSet<>();
    private final Map<String, String> policies = new HashMap<>();
    private final Map<String, String> undeployed = new HashMap<>();
    private final Map<String, Set<String>> bindings = new HashMap<>();

    /// @param last what was found before: of it stays what something is permitted by, where it cannot be read again
    FactsLook(ApiPages pages, ClusterFacts last) {
        this.pages = pages;
        this.last = last;
    }

    /// Never fails.
    ClusterFacts facts() {
        if (!isRead("api/v1/nodes", this::node)) {
            advertised.clear();
        }
        if (!isRead("apis/nmstate.io/v1beta1/nodenetworkstates", this::networkState)) {
            links.clear();
            bridges.clear();
            ovsBridges.clear();
        }
        bridges.addAll(advertised);
        isRead("apis/networking.k8s.io/v1/networkpolicies", this::policy);
        isRead("apis/k8s.cni.cncf.io/v1beta1/multi-networkpolicies", policy -> policies.remove(namespaceOf(policy)));
        isRead("apis/networkaddonsoperator.network.kubevirt.io/v1/networkaddonsconfigs", this::addons);
        if (!isRead("apis/kubevirt.io/v1/kubevirts", this::machineBindings)) {
            bindings.clear();
            bindings.putAll(last.machineBindings());
        }
        return new ClusterFacts(links, bridges, ovsBridges, advertised, policies, undeployed, bindings);
    }

    private boolean isRead(String path, Consumer<JsonNode> each) {
        try {
            pages.list(path, ApiPages.JSON, PAGE, end, each);
            return true;
        } catch (ApiStatusException e) {
            // Not installed: an answer, too.
            LOG.debugf(e, "%s could not be read; no finding comes of it", path);
            return e.code() == HttpURLConnection.HTTP_NOT_FOUND;
        } catch (IOException | RuntimeException e) {
            LOG.debugf(e, "%s could not be read; no finding comes of it", path);
            return false;
        }
    }

    private void node(JsonNode node) {
        node.at("/status/capacity").fieldNames().forEachRemaining(resource -> {
            if (resource.startsWith(ClusterFacts.BRIDGE_RESOURCE)) {
                advertised.add(resource.substring(ClusterFacts.BRIDGE_RESOURCE.length()));
            }
        });
    }

    private void networkState(JsonNode state) {
        for (JsonNode link : state.at("/status/currentState/interfaces")) {
            String name = link.path("name").asText();
            switch (link.path("type").asText()) {
                case "linux-bridge" -> bridges.add(name);
                case "ovs-bridge" -> ovsBridges.add(name);
                // Of the pods that run there, by the hundred.
                case "veth" -> {
                    continue;
                }
                default -> {
                    // No bridge.
                }
            }
            links.add(name);
        }
    }

    private void policy(JsonNode policy) {
        JsonNode selector = policy.at("/spec/podSelector");
        boolean selectsAll = selector.path("matchLabels").isEmpty()
                && selector.path("matchExpressions").isEmpty();
        if (selectsAll) {
            policies.putIfAbsent(
                    namespaceOf(policy), policy.at("/metadata/name").asText());
        }
    }

    private void addons(JsonNode config) {
        undeployed.putAll(NetworkAddons.undeployed(field -> config.path("spec").hasNonNull(field)));
    }

    /// Without a namespace KubeVirt looks for them in that of the machine, where no permission is needed.
    private void machineBindings(JsonNode kubeVirt) {
        for (JsonNode binding : kubeVirt.at("/spec/configuration/network/binding")) {
            String nad = binding.path("networkAttachmentDefinition").asText();
            if (nad.contains("/")) {
                bindings.computeIfAbsent(namespaceOf(kubeVirt), _ -> new HashSet<>())
                        .add(nad);
            }
        }
    }

    private static String namespaceOf(JsonNode object) {
        return object.at("/metadata/namespace").asText();
    }
}
