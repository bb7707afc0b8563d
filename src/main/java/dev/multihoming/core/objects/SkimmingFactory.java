package dev.multihoming.core.objects;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.sym.ByteQuadsCanonicalizer;

/// Makes [SkimmingParser]s, and limits only numbers: what is skipped may be as deep or long as the body limit
/// allows, for a review of it is still owed its answer.
public final class SkimmingFactory extends JsonFactory {
    private static final long serialVersionUID = 1;

    private static final int MOST_DIGITS = 1_000;

    public static final SkimmingFactory INSTANCE = new SkimmingFactory();

    /// In place of the one in Jackson's factory, which cannot be replaced.
    private transient volatile ByteQuadsCanonicalizer names = ByteQuadsCanonicalizer.createRoot();

    /// With a table of names of its own. That of [#INSTANCE] is shared: names of other requests may have filled it.
    public static SkimmingFactory fresh() {
        return new SkimmingFactory();
    }

    private SkimmingFactory() {
        super(new JsonFactoryBuilder()
                // Keys of the API are few, those of hostile objects are not: interning a million costs seconds.
                .disable(Feature.INTERN_FIELD_NAMES)
                // Names that collide, which the seed of the table's hash does not prevent, are each compared with all.
                .enable(Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(1_000_000)
                        .maxStringLength(Integer.MAX_VALUE)
                        // The API server writes some 20 digits at most. To convert millions of them costs seconds.
                        .maxNumberLength(MOST_DIGITS)
                        .maxNameLength(Integer.MAX_VALUE)
                        .build()));
    }

    /// With a table of names that this parser alone fills: whether something can be read later is not decided by
    /// other documents.
    JsonParser createParserAlone(byte[] data, int offset, int length) {
        return new SkimmingParser(
                this,
                _createContext(_createContentReference(data, offset, length), true),
                _parserFeatures,
                ByteQuadsCanonicalizer.createRoot().makeChild(_factoryFeatures),
                data,
                offset,
                offset + length);
    }

    /// The API server writes UTF-8; nothing else is looked for.
    @Override
    protected JsonParser _createParser(byte[] data, int offset, int length, IOContext context) {
        return new SkimmingParser(this, context, _parserFeatures, namesSoFar(), data, offset, offset + length);
    }

    /// The table of names that earlier parsers have left, or a new one where names that collide have filled its spare
    /// places: Jackson would then read behind them and throw an ArrayIndexOutOfBoundsException at every new name.
    private ByteQuadsCanonicalizer namesSoFar() {
        ByteQuadsCanonicalizer child = names.makeChild(_factoryFeatures);
        if (child.spilloverCount() < spillovers(child)) {
            return child;
        }
        names = ByteQuadsCanonicalizer.createRoot();
        return names.makeChild(_factoryFeatures);
    }

    /// How many names the table has room for when all other places for their hash are taken.
    private static int spillovers(ByteQuadsCanonicalizer table) {
        return table.bucketCount() / 4;
    }
}
