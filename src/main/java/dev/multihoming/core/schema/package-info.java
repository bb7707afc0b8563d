/// What a Go struct takes of a JSON object, as a table, and the one engine that holds an object against it: types,
/// ranges, forms of texts, options that exclude or require each other, unknown, repeated and case-variant keys, and
/// the words for all of that.
///
/// Annotation elements and NAD configs are judged by it alike; [dev.multihoming.core.schema.Decoding] is what differs.
/// It knows neither Multus nor any plugin: their tables, and the forms of their texts, are handed in.
@NullMarked
package dev.multihoming.core.schema;

import org.jspecify.annotations.NullMarked;
