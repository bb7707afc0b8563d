package dev.multihoming.node;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/// What came of one call of Multus, and what the pod's network namespace looked like afterwards.
///
/// @param error what Multus told the runtime, or the end of stderr where it crashed; empty after success
/// @param links of the pod as `ip -j -d address` shows them, with their addresses, without what was there before ADD
/// @param routes of the pod, IPv4 and then IPv6, as `ip -j route` shows them
record NodeAnswer(BoundedRun run, String error, List<JsonNode> links, List<JsonNode> routes) {
    boolean succeeded() {
        return run.outcome().succeeded();
    }

    /// The names of the pod's interfaces, in the order in which they were made.
    List<String> interfaces() {
        return links.stream().map(link -> link.path("ifname").asText()).toList();
    }

    /// Addresses with their prefix lengths that some network gave that interface: not the link-local ones.
    List<String> addresses(String name) {
        return links.stream()
                .filter(link -> link.path("ifname").asText().equals(name))
                .flatMap(link -> StreamSupport.stream(link.path("addr_info").spliterator(), false))
                .filter(address -> !address.path("scope").asText().equals("link"))
                .map(address -> address.path("local").asText() + "/"
                        + address.path("prefixlen").asText())
                .toList();
    }

    /// The interfaces that default routes lead through, of both families, the preferred ones first.
    List<String> defaultRoutes() {
        return routes.stream()
                .filter(route -> route.path("dst").asText().equals("default"))
                .map(route -> route.path("dev").asText())
                .toList();
    }
}
