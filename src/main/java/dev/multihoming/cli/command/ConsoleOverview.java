package dev.multihoming.cli.command;

import dev.multihoming.cli.doctor.Doctor;
import dev.multihoming.cli.manifest.CannotRun;
import dev.multihoming.cli.networks.NetworkInventory;
import dev.multihoming.cli.networks.NetworkListing;
import dev.multihoming.cli.networks.NetworkListing.Entry;
import dev.multihoming.cli.networks.NetworkListing.Order;
import dev.multihoming.cli.policydiff.FindingCounts;
import dev.multihoming.cli.policydiff.FindingCounts.OfRule;
import dev.multihoming.cli.policydiff.PolicyObjects;
import dev.multihoming.cli.policydiff.PolicyReviews;
import dev.multihoming.client.LiveObjects;
import dev.multihoming.client.LiveRequests;
import dev.multihoming.console.engine.Engine;
import dev.multihoming.console.engine.Overview;
import dev.multihoming.console.engine.Overview.Findings;
import dev.multihoming.console.engine.Overview.Networks;
import dev.multihoming.console.engine.Overview.Part;
import dev.multihoming.console.engine.Overview.Rule;
import dev.multihoming.console.engine.Overview.Worst;
import dev.multihoming.core.review.Card;
import dev.multihoming.core.rules.RuleBook;
import dev.multihoming.core.topology.Network;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Sums up what the commands `networks`, `policy diff` and `doctor` see.
final class ConsoleOverview {
    private static final int MOST_NAMESPACES = 6;

    private static final Map<String, String> RULE_NAMES =
            RuleBook.cards().stream().collect(Collectors.toUnmodifiableMap(Card::code, Card::name));

    private final JudgingOptions judging;
    private final ReadableFiles files;
    private final String namespace;
    private final List<String> notices = new ArrayList<>();

    /// `namespace` is the only one that is looked at; empty for all.
    ConsoleOverview(JudgingOptions judging, ReadableFiles files, String namespace) {
        this.judging = judging;
        this.files = files;
        this.namespace = namespace;
    }

    Overview all() {
        Networks networks = networks();
        Findings findings = findings();
        return new Overview(networks, findings, installation(), notices);
    }

    private Networks networks() {
        ReadableInventory source = new ReadableInventory(files, judging.live(), namespace, false);
        NetworkInventory inventory = NetworkInventory.read(source, null);
        notices.addAll(source.notices());
        NetworkListing listing =
                NetworkListing.of(inventory, Order.SEGMENT, new NetworkListing.Filter(false, false, false));
        ListedSegments segments = ListedSegments.of(listing).with(this::isAsked);
        return new Networks(
                (int) inventory.networks().stream().filter(this::isAsked).count(),
                segments.count(),
                segments.shared(),
                (int) listing.entries().stream()
                        .filter(entry ->
                                isAsked(entry.network()) && !entry.overlaps().isEmpty())
                        .map(Entry::network)
                        .distinct()
                        .count());
    }

    private boolean isAsked(Network network) {
        return namespace.isEmpty() || namespace.equals(network.ref().namespace());
    }

    private Findings findings() {
        try {
            return shown(counted());
        } catch (LiveObjects.Unreadable e) {
            notices.add("The objects of the cluster cannot be read: %s.".formatted(e.getMessage()));
        } catch (CannotRun e) {
            notices.add(String.valueOf(e.getMessage()));
        }
        return Findings.NONE;
    }

    private FindingCounts counted() {
        Optional<LiveInventory> inventory = judging.live()
                .map(it -> new LiveInventory(
                        it, namespace.isEmpty() ? null : namespace, CountLine.none(), LiveInventory.Advice.PAGE));
        ExistingObjects existing = new ExistingObjects(
                files, inventory, judging.around(judging.live().orElse(null)));
        FindingCounts counts = new FindingCounts(new PolicyReviews(
                judging.resolver(judging.live().orElse(null), existing.index()),
                existing.index().world(),
                Clock.systemUTC(),
                judging::failed));
        FirstObjects first = new FirstObjects(Engine.MOST_OBJECTS, namespace.isEmpty() ? null : namespace);
        notices.addAll(first.each(existing, manifest -> {
            boolean isAsked = namespace.isEmpty() || namespace.equals(manifest.namespace());
            if (isAsked && !PolicyObjects.isOne(manifest.object())) {
                counts.look(manifest);
            }
        }));
        notices.addAll(existing.gaps());
        return counts;
    }

    private static Findings shown(FindingCounts counts) {
        Map<String, Integer> byNamespace = new HashMap<>();
        counts.byRule()
                .values()
                .forEach(rule ->
                        rule.namespaces().forEach((name, count) -> byNamespace.merge(name, count, Integer::sum)));
        List<String> namespaces = byNamespace.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .limit(MOST_NAMESPACES)
                .toList();
        return new Findings(
                counts.objects(),
                counts.denied(),
                counts.warned(),
                namespaces,
                byNamespace.size() - namespaces.size(),
                counts.byRule().entrySet().stream()
                        .sorted(Comparator.comparing(it -> it.getValue().effect()))
                        .map(it -> rule(it.getKey(), it.getValue(), namespaces))
                        .toList(),
                counts.worst().stream()
                        .map(it -> new Worst(ConsoleDetails.target(it.object()), it.denied(), it.codes()))
                        .toList());
    }

    private static Rule rule(String code, OfRule rule, List<String> namespaces) {
        return new Rule(
                code,
                RULE_NAMES.getOrDefault(code, ""),
                rule.effect().word(),
                rule.total(),
                namespaces.stream()
                        .map(it -> rule.namespaces().getOrDefault(it, 0))
                        .toList());
    }

    private List<Part> installation() {
        if (judging.live().isEmpty()) {
            return List.of();
        }
        try (LiveRequests cluster = judging.requests()) {
            return Doctor.linesOfReads(cluster, Instant.now()).stream()
                    .map(it -> new Part(it.subject(), it.grade().word(), it.fact(), it.advice()))
                    .toList();
        }
    }
}
