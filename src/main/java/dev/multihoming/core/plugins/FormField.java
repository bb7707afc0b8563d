package dev.multihoming.core.plugins;

/// A field as a form shows it.
///
/// @param key in the plugin's config
/// @param label in front of it
/// @param help one sentence
/// @param initial what the form starts with; empty where the person decides
public record FormField(String key, String label, String help, String initial) {
    static FormField of(String key, String label, String help) {
        return new FormField(key, label, help, "");
    }

    FormField startingWith(String value) {
        return new FormField(key, label, help, value);
    }
}
