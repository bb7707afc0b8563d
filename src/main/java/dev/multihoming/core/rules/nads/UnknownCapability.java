package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonBoolean;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.plugins.Capabilities;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import java.util.List;
import java.util.stream.Stream;

/// See node-behavior.md#requests-and-capabilities. Only of plugins that are known.
@RuleCard(
        code = "MH246",
        name = "unknown-capability",
        summary = "A network declares a capability that does not exist.",
        requirement = "Multus hands on only the capabilities that it knows",
        why = """
                A capability declares which requests of a pod a plugin receives. Multus knows `mac`, `ips`, \
                `portMappings`, `bandwidth`, `infinibandGUID` and `deviceID`. Another name, such as \
                `infiniband_guid` or `portmappings`, has no effect: the pod's request never reaches the plugin.""",
        remedy = "Write the capability as the message names it, or remove it.",
        since = "0.1.0",
        mode = Mode.WARN)
public final class UnknownCapability implements ConfigRule {
    @Override
    public List<Violation> find(ParsedConfig config) {
        return config.plugins().stream()
                .filter(plugin -> KnownPlugins.of(plugin).isPresent())
                .flatMap(plugin -> judge(config, plugin))
                .toList();
    }

    private static Stream<Violation> judge(ParsedConfig config, CniConfig.Plugin plugin) {
        return GoFields.object(plugin.object(), "capabilities").stream()
                .flatMap(capabilities -> capabilities.members().stream())
                .filter(member -> member.value() instanceof JsonBoolean flag && flag.value())
                .filter(member -> !Capabilities.exists(member.key()))
                .map(member -> new Violation(
                        config.location(plugin.path().child("capabilities"), member),
                        "there is no capability " + Quoted.of(member.key()),
                        remedy(member)));
    }

    private static String remedy(JsonMember member) {
        return Capabilities.meant(member.key())
                .map(meant -> "Write " + Quoted.of(meant))
                .orElse("Remove it");
    }
}
