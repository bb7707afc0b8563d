package dev.multihoming.core.schema;

import dev.multihoming.core.json.JsonPath;

/// Something that its reader refuses, or may understand otherwise than it is meant.
///
/// @param path where it stands in the JSON; the root where it is about the text as a whole
/// @param offset where it starts in the text, in UTF-16 units; [#WHOLE] for all of it
/// @param fact what stands there, without a full stop
/// @param remedy what to write instead, an imperative sentence without a full stop
public record SchemaViolation(Kind kind, JsonPath path, int offset, String fact, String remedy) {
    /// The offset of all of the text.
    public static final int WHOLE = -1;

    /// The same, and whose value it is.
    ///
    /// @param reader for a person: `plugin "macvlan"`
    public SchemaViolation of(String reader) {
        return new SchemaViolation(kind, path, offset, fact + " (" + reader + ")", remedy);
    }

    /// What is wrong.
    public enum Kind {
        /// The text is not in the language that its reader wants.
        SYNTAX,
        /// A value of another type than the field has, or a number outside of its range.
        TYPE,
        /// A string that its reader does not take for what it should be.
        FORM,
        /// Values that each are right and do not go together.
        COMBINATION,
        /// A field without which the reader does not work.
        MISSING,
        /// A key that the reader does not know, and that is close to one that it does.
        MISSPELT_KEY,
        /// A key that stands more than once in one object.
        REPEATED_KEY,
        /// A key that Go takes for one that is spelt otherwise.
        CASE_VARIANT;

        /// Whether two readers can take one text for two things.
        public boolean isAmbiguity() {
            return this == REPEATED_KEY || this == CASE_VARIANT;
        }
    }
}
