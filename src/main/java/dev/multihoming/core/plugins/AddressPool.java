package dev.multihoming.core.plugins;

import dev.multihoming.core.multus.IpSubnet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
    static AddressPool fixed(IpSubnet address) {
        return new AddressPool(
                address.address() + "/" + address.prefix(),
                List.of(new AddressSpan(address.address(), address.address())),
                Set.of());
    }

    /// The first of them, with so many spans in all.
    public static List<AddressPool> atMost(int most, List<AddressPool> pools) {
        List<AddressPool> kept = new ArrayList<>();
        int left = most;
        for (AddressPool pool : pools) {
            if (left <= 0) {
                break;
            }
            int spans = Math.min(left, pool.spans.size());
            kept.add(new AddressPool(pool.text, pool.spans.subList(0, spans), pool.allocators));
            // One without addresses takes memory too.
            left -= Math.max(1, spans);
        }
        return List.copyOf(kept);
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
