package dev.multihoming.rules.nads;

import dev.multihoming.review.Observation;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Something that its reader does not accept, or not the way it is meant.
///
/// @param pointer where it stands in the config (RFC 6901)
/// @param offset where it starts in the text
record Misfit(String pointer, int offset, String fact, String remedy) {
    /// What is observed, in the order of the text.
    static List<Observation> observe(JudgedConfig config, Stream<Misfit> misfits) {
        return misfits.sorted(Comparator.comparingInt(Misfit::offset))
                .map(misfit -> new Observation(
                        config.place(misfit.pointer(), misfit.offset()), misfit.fact(), misfit.remedy()))
                .toList();
    }
}
