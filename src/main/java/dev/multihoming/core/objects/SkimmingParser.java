package dev.multihoming.core.objects;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.json.UTF8StreamJsonParser;
import com.fasterxml.jackson.core.sym.ByteQuadsCanonicalizer;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Jackson's parser, except that an object or array that is skipped is not parsed: only its end is searched for.
///
/// Nine tenths of a pod's review are such. Whether they are JSON is the API server's to know, which wrote them.
final class SkimmingParser extends UTF8StreamJsonParser {
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    private static final long HIGH_BITS = EACH << 7;
    private static final long QUOTES = '"' * EACH;
    private static final long BACKSLASHES = '\\' * EACH;

    private final SkimmingFactory factory;

    SkimmingParser(
            SkimmingFactory factory,
            IOContext context,
            int features,
            ByteQuadsCanonicalizer names,
            byte[] bytes,
            int start,
            int end) {
        super(context, features, null, null, names, bytes, start, end, 0, false);
        this.factory = factory;
    }

    @Override
    public JsonParser skipChildren() throws IOException {
        if (_currToken != JsonToken.START_OBJECT && _currToken != JsonToken.START_ARRAY) {
            return this;
        }
        JsonToken end = _currToken == JsonToken.START_OBJECT ? JsonToken.END_OBJECT : JsonToken.END_ARRAY;
        _inputPtr = endOfValue(end);
        _parsingContext = _parsingContext.clearAndGetParent();
        _currToken = end;
        return this;
    }

    /// The object or array that it stands on, which it then leaves, to be read later from the same bytes: these must
    /// stay as they are.
    DeferredJson setAside() throws IOException {
        int start = _inputPtr - 1;
        skipChildren();
        int length = _inputPtr - start;
        byte[] bytes = _inputBuffer;
        return () -> DeferredJson.opened(factory.createParserAlone(bytes, start, length));
    }

    /// Whether the object or array that it stands on has more than so many bytes.
    boolean isLongerThan(int bytes) throws IOException {
        boolean opens = _currToken == JsonToken.START_OBJECT || _currToken == JsonToken.START_ARRAY;
        return opens && endOfValue(_currToken) - _inputPtr > bytes;
    }

    /// Behind the bracket that closes the value whose first bracket has been read.
    private int endOfValue(JsonToken expected) throws IOException {
        int depth = 1;
        int at = _inputPtr;
        while (at < _inputEnd) {
            switch (_inputBuffer[at++]) {
                case '"' -> at = endOfString(at) + 1;
                case '{', '[' -> depth++;
                case '}', ']' -> {
                    depth--;
                    if (depth == 0) {
                        return at;
                    }
                }
                default -> {
                    // Numbers, words, commas and blanks.
                }
            }
        }
        _inputPtr = _inputEnd;
        _reportInvalidEOF(" in a value", expected);
        return at;
    }

    /// The quote that ends the string whose first one is before `at`; the end of the input where there is none.
    private int endOfString(int from) {
        int at = from;
        while (at < _inputEnd) {
            at = quoteOrBackslash(at);
            if (at >= _inputEnd || _inputBuffer[at] == '"') {
                return at;
            }
            at += 2;
        }
        return at;
    }

    /// Eight bytes at a time: where a byte is the one looked for, the difference has a zero byte.
    private int quoteOrBackslash(int from) {
        int at = from;
        for (; at + Long.BYTES <= _inputEnd; at += Long.BYTES) {
            long word = (long) WORD.get(_inputBuffer, at);
            long found = (zeroBytes(word ^ QUOTES) | zeroBytes(word ^ BACKSLASHES)) & HIGH_BITS;
            if (found != 0) {
                return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
        }
        while (at < _inputEnd && _inputBuffer[at] != '"' && _inputBuffer[at] != '\\') {
            at++;
        }
        return at;
    }

    /// Has the high bit of each byte that is zero in `word`; what is set above the first of them is noise.
    private static long zeroBytes(long word) {
        return (word - EACH) & ~word;
    }
}
