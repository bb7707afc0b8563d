package dev.multihoming.admission;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.IOContext;

/// Makes [SkimmingParser]s, and limits nothing: what is skipped may be as deep or long as the body limit allows, for a
/// review of it is still owed its answer.
final class SkimmingFactory extends JsonFactory {
    private static final long serialVersionUID = 1;

    static final SkimmingFactory INSTANCE = new SkimmingFactory();

    private SkimmingFactory() {
        super(new JsonFactoryBuilder()
                // Keys of the API are few, those of hostile objects are not: interning a million costs seconds, and
                // nobody gains by names that collide in a table whose hash has a seed.
                .disable(Feature.INTERN_FIELD_NAMES)
                .disable(Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(1_000_000)
                        .maxStringLength(Integer.MAX_VALUE)
                        .maxNumberLength(Integer.MAX_VALUE)
                        .maxNameLength(Integer.MAX_VALUE)
                        .build()));
    }

    /// The API server writes UTF-8; nothing else is looked for.
    @Override
    protected JsonParser _createParser(byte[] data, int offset, int length, IOContext context) {
        return new SkimmingParser(
                context,
                _parserFeatures,
                _byteSymbolCanonicalizer.makeChild(_factoryFeatures),
                data,
                offset,
                offset + length);
    }
}
