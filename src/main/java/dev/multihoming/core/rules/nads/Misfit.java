package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.review.Observation;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Something that its reader does not accept, or not the way it is meant.
///
/// @param path where it stands in the config
/// @param offset where it starts in the text
record Misfit(JsonPath path, int offset, String fact, String remedy) {
    /// What is observed, in the order of the text.
    static List<Observation> observe(JudgedConfig config, Stream<Misfit> misfits) {
        return misfits.sorted(Comparator.comparingInt(Misfit::offset))
                .map(misfit ->
                        new Observation(config.place(misfit.path(), misfit.offset()), misfit.fact(), misfit.remedy()))
                .toList();
    }
}
