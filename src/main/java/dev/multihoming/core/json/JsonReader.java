package dev.multihoming.core.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads one JSON text into a located tree: exactly one value, nothing after it, as Go's decoder takes it.
///
/// Not a general parser's wrapper, because the text is another person's and the answer is read by that
/// person: every error must name the first wrong character, and no key may be lost.
public final class JsonReader {
    /// Far above any real configuration, far below what recursion on a small stack bears.
    static final int MAX_DEPTH = 100;

    /// What a text is malformed by that is nested more deeply than is read.
    public static final String TOO_DEEP = "brackets nested more than " + MAX_DEPTH + " deep";

    private final String text;
    private final boolean whole;
    private final StringReader strings;
    private int at;
    private int depth;
    private Parsed.@Nullable Malformed<Json> failure;

    private JsonReader(String text, boolean whole) {
        this.text = text;
        this.whole = whole;
        this.strings = new StringReader(text);
    }

    /// For texts of which only what lies on top is looked at. What is nested very deeply is taken for empty, and
    /// only its end is looked for.
    public static Parsed<Json> read(String text) {
        return new JsonReader(text, false).document();
    }

    /// For texts that are looked at down to the ground: what is nested too deeply is malformed ([#TOO_DEEP]).
    public static Parsed<Json> readWhole(String text) {
        return new JsonReader(text, true).document();
    }

    /// For texts that are several values one after the other, as jq writes them. Empty where they are not.
    public static Optional<List<Json>> readStream(String text) {
        return new JsonReader(text, false).stream();
    }

    private Optional<List<Json>> stream() {
        List<Json> values = new ArrayList<>();
        skipSpace();
        while (at < text.length()) {
            Json value = value();
            if (value == null) {
                return Optional.empty();
            }
            values.add(value);
            skipSpace();
        }
        return Optional.of(values);
    }

    private Parsed<Json> document() {
        skipSpace();
        if (at == text.length()) {
            return new Parsed.Malformed<>(at, "there is no JSON value");
        }
        Json value = value();
        if (value != null) {
            skipSpace();
            if (at == text.length()) {
                return new Parsed.Ok<>(value);
            }
            fail(at, SyntaxError.afterTheEnd(text, at));
        }
        return failure == null ? new Parsed.Malformed<>(at, "this is not JSON") : failure;
    }

    /// Like every reader below: the value at `at`, which must not be a space, or `null` after a failure.
    private @Nullable Json value() {
        return switch (peek()) {
            case '{' -> nested(this::object);
            case '[' -> nested(this::array);
            case '"' -> string();
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
            default -> word();
        };
    }

    private @Nullable Json nested(Nested reader) {
        if (depth == MAX_DEPTH) {
            return unread();
        }
        depth++;
        Json value = reader.read();
        depth--;
        return value;
    }

    /// As if nothing were in it.
    private @Nullable Json unread() {
        int start = at;
        int end = whole ? -1 : UnreadValue.end(text, start, MAX_DEPTH);
        if (end < 0) {
            return fail(
                    start,
                    whole ? TOO_DEEP : "brackets nested more than " + MAX_DEPTH + " deep, and not closed as they open");
        }
        at = end;
        return text.charAt(start) == '{' ? new JsonObject(start, end, List.of()) : new JsonArray(start, end, List.of());
    }

    private @Nullable Json object() {
        int start = at++;
        List<JsonMember> members = new ArrayList<>();
        if (closes('}')) {
            return new JsonObject(start, at, members);
        }
        do {
            skipSpace();
            JsonMember member = member(start);
            if (member == null) {
                return null;
            }
            members.add(member);
        } while (continues());
        return closes('}') ? new JsonObject(start, at, members) : fail(at, SyntaxError.unclosed(text, start, at));
    }

    private @Nullable JsonMember member(int objectStart) {
        if (peek() != '"') {
            failAt(SyntaxError.noKey(text, objectStart, at));
            return null;
        }
        JsonString key = string();
        if (key == null) {
            return null;
        }
        skipSpace();
        if (peek() != ':') {
            fail(at, SyntaxError.noColon(text, objectStart, at));
            return null;
        }
        at++;
        skipSpace();
        Json value = value();
        return value == null ? null : new JsonMember(key.value(), key.start(), value);
    }

    private @Nullable Json array() {
        int start = at++;
        List<Json> elements = new ArrayList<>();
        if (closes(']')) {
            return new JsonArray(start, at, elements);
        }
        do {
            skipSpace();
            Json element = value();
            if (element == null) {
                return null;
            }
            elements.add(element);
        } while (continues());
        return closes(']') ? new JsonArray(start, at, elements) : fail(at, SyntaxError.unclosed(text, start, at));
    }

    private @Nullable JsonString string() {
        int start = at;
        return switch (strings.read(start)) {
            case Parsed.Ok<JsonString>(JsonString string) -> {
                at = string.end();
                yield string;
            }
            case Parsed.Malformed<JsonString>(int offset, String fact) -> {
                fail(offset, fact);
                yield null;
            }
        };
    }

    private @Nullable Json number() {
        int start = at;
        int end = NumberSyntax.end(text, start);
        if (end < 0) {
            return fail(start, "the number " + SyntaxError.wordAt(text, start) + ", which JSON does not write so");
        }
        at = end;
        return new JsonNumber(start, end, text.substring(start, end));
    }

    private @Nullable Json word() {
        int start = at;
        if (takes("true")) {
            return new JsonBoolean(start, at, true);
        }
        if (takes("false")) {
            return new JsonBoolean(start, at, false);
        }
        if (takes("null")) {
            return new JsonNull(start, at);
        }
        failAt(SyntaxError.noValue(text, start));
        return null;
    }

    private boolean takes(String word) {
        int end = at + word.length();
        boolean found =
                text.startsWith(word, at) && (end == text.length() || !SyntaxError.isWordPart(text.charAt(end)));
        if (found) {
            at = end;
        }
        return found;
    }

    /// Whether a comma follows; consumes it.
    private boolean continues() {
        skipSpace();
        boolean comma = peek() == ',';
        if (comma) {
            at++;
        }
        return comma;
    }

    /// Whether that bracket follows; consumes it.
    private boolean closes(char bracket) {
        skipSpace();
        boolean closed = peek() == bracket;
        if (closed) {
            at++;
        }
        return closed;
    }

    private void skipSpace() {
        at = SyntaxError.pastSpace(text, at);
    }

    /// The next character; NUL at the end of the text, where no case above takes it for anything.
    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private void failAt(Parsed.Malformed<Json> where) {
        failure = where;
    }

    private @Nullable Json fail(int offset, String fact) {
        failAt(new Parsed.Malformed<>(offset, fact));
        return null;
    }

    private interface Nested {
        @Nullable
        Json read();
    }
}
