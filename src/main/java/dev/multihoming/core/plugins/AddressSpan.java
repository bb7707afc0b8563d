package dev.multihoming.core.plugins;

import dev.multihoming.core.multus.IpAddress;
import dev.multihoming.core.multus.IpSubnet;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// The addresses of one family from one to another.
public record AddressSpan(IpAddress first, IpAddress last) {
    /// Whether some address is in both.
    public boolean meets(AddressSpan other) {
        return first.bits() == other.first.bits()
                && first.compareTo(other.last) <= 0
                && other.first.compareTo(last) <= 0;
    }

    /// From the first address of both to the last.
    AddressSpan hull(AddressSpan other) {
        return new AddressSpan(
                first.compareTo(other.first) <= 0 ? first : other.first,
                last.compareTo(other.last) >= 0 ? last : other.last);
    }

    /// What is left of it without those.
    List<AddressSpan> without(List<AddressSpan> excluded) {
        List<AddressSpan> left = List.of(this);
        for (AddressSpan span : excluded) {
            left = left.stream().flatMap(it -> it.without(span).stream()).toList();
        }
        return left;
    }

    private List<AddressSpan> without(AddressSpan excluded) {
        if (!meets(excluded)) {
            return List.of(this);
        }
        List<AddressSpan> left = new ArrayList<>();
        if (first.compareTo(excluded.first) < 0) {
            left.add(new AddressSpan(first, excluded.first.previous()));
        }
        if (last.compareTo(excluded.last) > 0) {
            left.add(new AddressSpan(excluded.last.next(), last));
        }
        return left;
    }

    static AddressSpan of(IpSubnet subnet) {
        return new AddressSpan(subnet.network(), subnet.last());
    }

    /// Whether it is all that interfaces can have of a subnet.
    boolean fills(IpSubnet subnet) {
        BigInteger inside = last.value().subtract(first.value());
        BigInteger all = subnet.last().value().subtract(subnet.network().value());
        return all.subtract(inside).compareTo(BigInteger.TWO) <= 0;
    }
}
