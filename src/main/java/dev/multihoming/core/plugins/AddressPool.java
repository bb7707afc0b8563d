package dev.multihoming.core.plugins;

import dev.multihoming.core.multus.IpSubnet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Addresses that a network assigns, and who keeps the account of them.
///
/// @param text as a person knows them
/// @param spans the addresses, without the excluded ones
/// @param allocators what keeps the account: pools that share one never assign the same address. None where each node
///     keeps an account of its own, or nothing does.
public record AddressPool(String text, List<AddressSpan> spans, Set<String> allocators) {
    public AddressPool {
        spans = List.copyOf(spans);
        allocators = Set.copyOf(allocators);
    }

    static AddressPool of(AddressRange range, List<IpSubnet> excluded, Set<String> allocators) {
        AddressSpan all = new AddressSpan(range.first(), range.last());
        // The subnet of one address has none for interfaces, and ends can be the wrong way round.
        boolean isEmpty = range.first().compareTo(range.last()) > 0;
        return new AddressPool(
                isEmpty || all.fills(range.subnet()) ? text(range.subnet()) : range.toString(),
                isEmpty
                        ? List.of()
                        : all.without(excluded.stream().map(AddressSpan::of).toList()),
                allocators);
    }

    /// An address that every pod gets.
    public static AddressPool fixed(IpSubnet address) {
        return new AddressPool(
                address.address() + "/" + address.prefix(),
                List.of(new AddressSpan(address.address(), address.address())),
                Set.of());
    }

    /// The same addresses in at most so many spans, and some more where there are too many: the
    /// last ones then count as one span of each family, from the first address to the last, so
    /// that an overlap is never missed.
    ///
    /// @param most spans, of which two are for what is left
    public static List<AddressPool> atMost(int most, List<AddressPool> pools) {
        if (pools.stream().mapToLong(AddressPool::size).sum() <= most) {
            return List.copyOf(pools);
        }
        List<AddressPool> kept = new ArrayList<>();
        List<AddressPool> rest = new ArrayList<>();
        int left = most - 2;
        for (AddressPool pool : pools) {
            int spans = Math.min(Math.max(left, 0), pool.spans.size());
            if (left > 0) {
                kept.add(pool.part(0, spans));
            }
            rest.add(pool.part(spans, pool.spans.size()));
            left -= pool.size();
        }
        hull(rest, 32).ifPresent(kept::add);
        hull(rest, 128).ifPresent(kept::add);
        return List.copyOf(kept);
    }

    /// One without addresses takes memory too.
    private int size() {
        return Math.max(1, spans.size());
    }

    private AddressPool part(int from, int to) {
        return new AddressPool(text, spans.subList(from, to), allocators);
    }

    /// One span around all of that family. Only what keeps the account of each of them keeps that
    /// of all.
    private static Optional<AddressPool> hull(List<AddressPool> pools, int bits) {
        List<AddressPool> those = pools.stream()
                .map(pool -> new AddressPool(
                        pool.text,
                        pool.spans.stream()
                                .filter(span -> span.first().bits() == bits)
                                .toList(),
                        pool.allocators))
                .filter(pool -> !pool.spans.isEmpty())
                .toList();
        Set<String> allocators = those.stream()
                .map(AddressPool::allocators)
                .reduce(AddressPool::both)
                .orElse(Set.of());
        return those.stream()
                .flatMap(pool -> pool.spans.stream())
                .reduce(AddressSpan::hull)
                .map(span -> new AddressPool(span.first() + " to " + span.last(), List.of(span), allocators));
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        return one.stream().filter(other::contains).collect(Collectors.toUnmodifiableSet());
    }

    /// Whether both may assign one address, and what assigns for one does not learn what is assigned for the other.
    public boolean collidesWith(AddressPool other) {
        return !sharesAccountWith(other)
                && spans.stream().anyMatch(span -> other.spans.stream().anyMatch(span::meets));
    }

    /// Whether what assigns for one learns what is assigned for the other.
    public boolean sharesAccountWith(AddressPool other) {
        return allocators.stream().anyMatch(other.allocators::contains);
    }

    private static String text(IpSubnet subnet) {
        return subnet.network() + "/" + subnet.prefix();
    }
}
