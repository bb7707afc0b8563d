package dev.multihoming.review;

/// Where in an object something stands.
///
/// @param field the object's field, as Kubernetes writes field paths: `spec.config`, `metadata.annotations[…]`
/// @param inside where in that field's own text: `item 2, character 17`; empty for all of it
public record Place(String field, String inside) {
    public static Place of(String field) {
        return new Place(field, "");
    }

    public static Place annotation(String key, String inside) {
        return new Place("metadata.annotations[" + key + "]", inside);
    }

    @Override
    public String toString() {
        return inside.isEmpty() ? field : field + ", " + inside;
    }
}
