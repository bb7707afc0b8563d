package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.GoKeys;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.plugins.CniPlugin;
import dev.multihoming.core.plugins.IpamPlugin;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.plugins.PluginSpec;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.schema.MisspeltKeys;
import dev.multihoming.core.schema.SchemaViolation;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Only in objects whose keys are all known. A key that is one letter away from a known one is MH221's.
/// See node-behavior.md#how-plugins-read-their-config.
@RuleCard(
        code = "MH242",
        name = "key-of-another-plugin",
        summary =
                "A key belongs to another plugin, is outside of the list of plugins, or is not read beside another one.",
        requirement = "a plugin ignores keys of other plugins, and some of its own beside others",
        why = """
                The plugin accepts the config without an error, but ignores the key. A `vlan` in a macvlan network \
                leaves its pods in the untagged network; `subnet` or `rangeStart` under `whereabouts` limits \
                nothing. In a list of plugins, each gets only its own entry.""",
        remedy = "Write what the message names, or remove the key.",
        since = "0.1.0",
        mode = Mode.WARN)
public final class KeyOfAnotherPlugin implements ConfigRule {
    /// A list may have them, and no plugin gets them from there.
    private static final Set<String> OF_ENTRIES = Set.of("ipam", "capabilities");

    private static final Map<String, NavigableSet<String>> READERS = readers();

    @Override
    public List<Violation> find(ParsedConfig config) {
        return config.violations(config.known().stream()
                .flatMap(known -> known.isList()
                        ? besidePlugins(known)
                        : Stream.concat(judge(known), leftAside(known))
                                .filter(_ -> known.plugin().isPresent())));
    }

    /// libcni hands a plugin its entry of the list, and of the list only name and version.
    private static Stream<SchemaViolation> besidePlugins(KnownObject list) {
        return list.object().members().stream()
                .filter(member -> !member.value().isZero())
                .filter(member -> OF_ENTRIES.contains(member.key()) || isOfAPluginOnly(list, member.key()))
                .map(member -> new SchemaViolation(
                        SchemaViolation.Kind.MISSPELT_KEY,
                        list.path().child(member.key()),
                        member.value().start(),
                        "no plugin of the list gets %s, which stands beside \"plugins\""
                                .formatted(Quoted.of(member.key())),
                        "Move it into the entry of the plugin that it is for"));
    }

    private static boolean isOfAPluginOnly(KnownObject list, String key) {
        return READERS.containsKey(key)
                && list.struct().fields().stream().noneMatch(field -> GoKeys.foldsTo(key, field.key()));
    }

    private static Stream<SchemaViolation> judge(KnownObject known) {
        List<JsonMember> unread = known.object().members().stream()
                .filter(member -> !known.reads(member.key()))
                .filter(member -> !member.value().isZero())
                .filter(member -> !KnownObject.isForEveryPlugin(member.key()))
                .toList();
        if (unread.isEmpty()) {
            return Stream.empty();
        }
        // Once for all of them: each looks through the whole object.
        String type = GoFields.text(known.object(), "type");
        Set<Integer> misspelt = MisspeltKeys.in(known.path(), known.object(), known.struct(), "").stream()
                .map(SchemaViolation::offset)
                .collect(Collectors.toSet());
        return unread.stream()
                // MH221 says of a misspelt one what is meant.
                .filter(member -> !misspelt.contains(member.value().start()))
                .flatMap(member -> remedy(type, member.key()).stream()
                        .map(remedy -> new SchemaViolation(
                                SchemaViolation.Kind.MISSPELT_KEY,
                                known.path().child(member.key()),
                                member.value().start(),
                                "the plugin %s does not read %s".formatted(Quoted.of(type), Quoted.of(member.key())),
                                remedy)));
    }

    /// Fields that the plugin knows, and does not read beside another one.
    private static Stream<SchemaViolation> leftAside(KnownObject known) {
        return known.struct().fields().stream()
                .filter(field -> !field.unless().isEmpty()
                        && GoFields.set(known.object(), field.unless()).isPresent())
                .flatMap(field -> GoFields.set(known.object(), field.key()).stream()
                        .filter(member -> !member.value().isZero())
                        .map(member -> new SchemaViolation(
                                SchemaViolation.Kind.MISSPELT_KEY,
                                known.path().child(member.key()),
                                member.value().start(),
                                "the plugin %s does not read %s beside %s"
                                        .formatted(
                                                Quoted.of(GoFields.text(known.object(), "type")),
                                                Quoted.of(field.key()),
                                                Quoted.of(field.unless())),
                                "Remove one of the two")));
    }

    /// What to write; empty where no plugin reads such a key.
    private static Optional<String> remedy(String type, String key) {
        Optional<String> advice = KnownPlugins.of(type)
                .flatMap(plugin -> plugin.insteadOf(key))
                .or(() -> KnownPlugins.ipam(type).flatMap(plugin -> plugin.insteadOf(key)));
        return advice.or(() -> Optional.ofNullable(READERS.get(key))
                .map(readers -> "Remove it: it belongs to " + String.join(", ", readers)));
    }

    private static Map<String, NavigableSet<String>> readers() {
        Stream<PluginSpec> specs = Stream.concat(
                KnownPlugins.types().stream().flatMap(type -> KnownPlugins.of(type).map(CniPlugin::spec).stream()),
                KnownPlugins.ipamTypes().stream()
                        .flatMap(type -> KnownPlugins.ipam(type).map(IpamPlugin::spec).stream()));
        return specs
                .flatMap(spec -> spec.fields().stream()
                        .flatMap(field -> spec.types().stream().map(type -> Map.entry(field.key(), type))))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        Collectors.mapping(
                                Map.Entry::getValue,
                                Collectors.<String, NavigableSet<String>>toCollection(TreeSet::new))))
                .entrySet()
                .stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, readers -> Collections.unmodifiableNavigableSet(readers.getValue())));
    }
}
