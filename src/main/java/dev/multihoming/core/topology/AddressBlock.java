package dev.multihoming.core.topology;

import dev.multihoming.core.plugins.AddressSpan;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The smallest subnet around addresses. Of two spans that meet, the block of one is in the block of the other.
///
/// @param bits of an address: 32 or 128
/// @param first its first address
/// @param prefix how many bits all of its addresses have in common
record AddressBlock(int bits, BigInteger first, int prefix) implements Comparable<AddressBlock> {
    private static final Comparator<AddressBlock> ORDER = Comparator.comparingInt(AddressBlock::bits)
            .thenComparing(AddressBlock::first)
            .thenComparingInt(AddressBlock::prefix);

    static AddressBlock around(AddressSpan span) {
        BigInteger first = span.first().value();
        int free = first.xor(span.last().value()).bitLength();
        return of(span.first().bits(), first, span.first().bits() - free);
    }

    private static AddressBlock of(int bits, BigInteger address, int prefix) {
        int free = bits - prefix;
        return new AddressBlock(bits, address.shiftRight(free).shiftLeft(free), prefix);
    }

    /// Itself and those that it is in.
    Stream<AddressBlock> around() {
        return IntStream.rangeClosed(0, prefix).mapToObj(shorter -> of(bits, first, shorter));
    }

    /// In the order of blocks, it comes directly before this one, and what is in it ends before [#endOfInside].
    AddressBlock beginOfInside() {
        return new AddressBlock(bits, first, prefix + 1);
    }

    AddressBlock endOfInside() {
        return new AddressBlock(bits, first.add(BigInteger.ONE.shiftLeft(bits - prefix)), 0);
    }

    /// A block comes before those that are in it.
    @Override
    public int compareTo(AddressBlock other) {
        return ORDER.compare(this, other);
    }
}
