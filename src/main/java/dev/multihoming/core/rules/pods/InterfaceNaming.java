package dev.multihoming.core.rules.pods;

import dev.multihoming.core.multus.InterfaceName;
import dev.multihoming.core.multus.NetworkSelection;
import dev.multihoming.core.multus.NetworkSelections;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.subject.Pod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.PrimitiveIterator;
import java.util.Set;
import java.util.stream.LongStream;

/// What every interface of one pod is called, and what it should be called.
///
/// All rules about names ask this one computation, so that no two of them hand out the same name, nor one
/// that Multus gives another element by its place in the list (node-behavior.md#interface-names).
final class InterfaceNaming {
    private final Pod pod;
    private final Context context;
    private final NetworkSelections networks;
    private final Map<String, NetworkSelection> firstOf = new HashMap<>();
    private final Set<String> repeated = new HashSet<>();
    private final Set<String> taken = new HashSet<>();
    private final List<NameDecision> decisions = new ArrayList<>();
    private final RenamingExemption exemption;

    private InterfaceNaming(Pod pod, Context context, NetworkSelections networks) {
        this.pod = pod;
        this.context = context;
        this.networks = networks;
        this.exemption = new RenamingExemption(pod, context);
    }

    /// One decision for each element, in their order; none where there is nothing to decide.
    static List<NameDecision> of(Pod pod, Context context) {
        NetworkSelections networks = pod.networks();
        return networks == null
                        || !SelectedNetworks.areJudged(networks, pod, context)
                        || hasOnlyOwnNames(networks, context)
                ? List.of()
                : new InterfaceNaming(pod, context, networks).decide();
    }

    /// The common case, asked for by every rule about names: each element is called what Multus would call it.
    private static boolean hasOnlyOwnNames(NetworkSelections networks, Context context) {
        for (NetworkSelection item : networks.items()) {
            if (item.namesItsInterface()
                    && !InterfaceName.isNumbered(
                            item.interfaceName(),
                            (long) item.position() + context.settings().multus().interfaceOffset())) {
                return false;
            }
        }
        return true;
    }

    private List<NameDecision> decide() {
        networks.items().stream().filter(NetworkSelection::namesItsInterface).forEach(item -> {
            if (firstOf.putIfAbsent(item.interfaceName(), item) != null) {
                repeated.add(item.interfaceName());
            }
        });
        Set<Integer> judged = new HashSet<>();
        SelectedNetworks.judged(pod, context).forEach(item -> judged.add(item.position()));
        Map<NetworkSelection, NameVerdict> explicit = new HashMap<>();
        for (NetworkSelection item : networks.items()) {
            if (item.namesItsInterface()) {
                NameVerdict verdict = verdict(item, judged.contains(item.position()));
                explicit.put(item, verdict);
                if (verdict == NameVerdict.KEPT) {
                    taken.add(item.interfaceName());
                }
            }
        }
        reserveUnreadable();
        networks.items().forEach(item -> decisions.add(decision(item, explicit)));
        assignPositions();
        assignLowest();
        return decisions;
    }

    private NameVerdict verdict(NetworkSelection item, boolean judged) {
        String name = item.interfaceName();
        boolean reserved = InterfaceName.isReserved(name);
        boolean possible = InterfaceName.refusal(name).isEmpty();
        if (repeated.contains(name) && !reserved && possible) {
            return item.equals(firstOf.get(name)) ? NameVerdict.KEPT : NameVerdict.DUPLICATE;
        }
        if (!judged) {
            return NameVerdict.KEPT;
        }
        if (reserved) {
            return NameVerdict.RESERVED;
        }
        return possible ? verdict(name) : NameVerdict.INVALID;
    }

    /// Of a name that an interface can have, and that only one asks for.
    private NameVerdict verdict(String name) {
        OptionalLong number = InterfaceName.number(name);
        boolean ofCluster = number.isPresent()
                && number.getAsLong() <= context.settings().multus().interfaceOffset();
        if ((number.isPresent() && !ofCluster) || InterfaceNamer.keeps(name, pod, context)) {
            return NameVerdict.KEPT;
        }
        if (!exemption.applies()) {
            return pod.texts().placeOf(name).isPresent() ? NameVerdict.REPEATED : NameVerdict.RENAMED;
        }
        return ofCluster ? NameVerdict.TAKEN_BY_CLUSTER : NameVerdict.KEPT;
    }

    /// Elements that cannot be read still get a name by their place.
    private void reserveUnreadable() {
        Set<Integer> read = new HashSet<>();
        networks.items().forEach(item -> read.add(item.position()));
        for (int position = 1; position <= networks.count(); position++) {
            if (!read.contains(position)) {
                taken.add(byPosition(position));
            }
        }
    }

    private NameDecision decision(NetworkSelection item, Map<NetworkSelection, NameVerdict> explicit) {
        NameVerdict verdict = explicit.get(item);
        if (verdict != null) {
            return new NameDecision(item, verdict, item.interfaceName(), "");
        }
        String automatic = byPosition(item.position());
        boolean free = taken.add(automatic);
        return new NameDecision(item, free ? NameVerdict.KEPT : NameVerdict.CLASH, automatic, "");
    }

    /// First those that can have the name of their own place, so that none of these goes to a stranger.
    private void assignPositions() {
        decisions.replaceAll(decision -> {
            String own = byPosition(decision.selection().position());
            return decision.wantsReplacement() && taken.add(own) ? decision.replacedBy(own) : decision;
        });
    }

    private void assignLowest() {
        LongStream numbers = LongStream.iterate(context.settings().multus().interfaceOffset() + 1L, n -> n + 1);
        PrimitiveIterator.OfLong next = numbers.iterator();
        decisions.replaceAll(decision -> {
            if (!decision.wantsReplacement()) {
                return decision;
            }
            String free = InterfaceName.numbered(next.nextLong());
            while (!taken.add(free)) {
                free = InterfaceName.numbered(next.nextLong());
            }
            return decision.replacedBy(free);
        });
    }

    private String byPosition(int position) {
        return byPosition(position, context);
    }

    private static String byPosition(int position, Context context) {
        return InterfaceName.numbered(
                (long) position + context.settings().multus().interfaceOffset());
    }
}
