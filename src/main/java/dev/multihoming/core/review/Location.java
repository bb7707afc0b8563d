package dev.multihoming.core.review;

/// Where in an object something stands.
///
/// @param field the object's field, as Kubernetes writes field paths: `spec.config`, `metadata.annotations[…]`
/// @param inside where in that field's own text: `item 2, character 17`; empty for all of it
/// @param offset the same for a program: the UTF-16 unit of that text; [#WHOLE] for all of it
public record Location(String field, String inside, int offset) {
    /// The offset of a place that is a whole field.
    public static final int WHOLE = -1;

    /// The same place where the object is a part of another one, which has it in that field.
    public Location within(String outer) {
        return new Location(outer + "." + field, inside, offset);
    }

    public static Location of(String field) {
        return new Location(field, "", WHOLE);
    }

    public static Location annotation(String key) {
        return annotation(key, "", WHOLE);
    }

    public static Location annotation(String key, String inside, int offset) {
        return new Location("metadata.annotations[" + key + "]", inside, offset);
    }

    /// The same place in another field.
    Location in(String other) {
        return new Location(other, inside, offset);
    }

    @Override
    public String toString() {
        return inside.isEmpty() ? field : field + ", " + inside;
    }
}
