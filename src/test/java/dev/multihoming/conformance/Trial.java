package dev.multihoming.conformance;

import dev.multihoming.core.plugins.PluginSpec;
import dev.multihoming.core.schema.Exclusion;
import dev.multihoming.core.schema.Field;
import java.util.List;
import java.util.Map;

/// One plugin before the judge.
///
/// @param name of the plugin, with what it is tried together with
/// @param baseline a config that this machine's plugin attaches and that we admit; every case changes one
///     thing in it. [CniNode#STATE] stands for the folder of what a plugin keeps on disk
/// @param at where the keys under trial stand in it, as a JSON pointer: "" (the config itself), "/ipam",
///     "/plugins/1"
/// @param fields the keys and what our rules know of them
/// @param exclusions the options that our rules know to exclude each other
/// @param options further options to try in pairs, beside all that are `true` or `false`: key and value
///     in JSON
/// @param links what the node has before the attach: lines of `ip -batch`, where `@pod` is the pod's
///     namespace
record Trial(
        String name,
        String baseline,
        String at,
        List<Field> fields,
        List<Exclusion> exclusions,
        Map<String, String> options,
        List<String> links) {
    /// Some keys of a plugin, in a config that they need.
    static Trial of(String name, String baseline, List<Field> fields) {
        return new Trial(name, baseline, "", fields, List.of(), Map.of(), List.of());
    }

    /// A plugin on its own, with nothing on the node.
    static Trial of(String name, String baseline, PluginSpec spec, Map<String, String> options) {
        return new Trial(name, baseline, "", spec.fields(), spec.exclusions(), options, List.of());
    }
}
