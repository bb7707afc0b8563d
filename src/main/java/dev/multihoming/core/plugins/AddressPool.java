package dev.multihoming.core.plugins;

import dev.multihoming.core.multus.IpSubnet;
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

    private static String text(IpSubnet subnet) {
        return subnet.network() + "/" + subnet.prefix();
    }
}
