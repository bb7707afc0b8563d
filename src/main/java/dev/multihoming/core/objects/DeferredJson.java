package dev.multihoming.core.objects;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/// A value of a document that is read later, if ever.
interface DeferredJson {
    /// Instead of a value that holds no others.
    DeferredJson NOTHING = () -> opened(SkimmingFactory.INSTANCE.createParser(new byte[] {'0'}));

    /// A parser that stands on the value.
    JsonParser open() throws IOException;

    /// Takes the value that the parser stands on, and leaves the parser at its end.
    static DeferredJson of(JsonParser parser) throws IOException {
        if (!parser.currentToken().isStructStart()) {
            return NOTHING;
        }
        if (parser instanceof SkimmingParser bytes) {
            return bytes.setAside();
        }
        JsonNode tree = JsonFields.tree(parser);
        return () -> opened(tree.traverse());
    }

    static JsonParser opened(JsonParser parser) throws IOException {
        parser.nextToken();
        return parser;
    }
}
