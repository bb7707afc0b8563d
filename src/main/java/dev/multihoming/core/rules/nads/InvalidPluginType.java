package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.json.JsonString;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Nad;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// See node-behavior.md#type-and-plugins; libcni 1.3.0 `invoke.FindInPath`.
@RuleCard(
        code = "MH205",
        name = "invalid-plugin-type",
        summary = "A plugin's type is not the name of a program.",
        requirement = "a plugin type must be the bare file name of a CNI plugin",
        why = """
                The type is the file name of a program in the node's CNI folder. libcni rejects a name with a path \
                separator. If the type is not a string, Multus rejects the whole config. The same holds for \
                `ipam.type`.""",
        remedy = "Write only the plugin's name: `bridge`, not `/opt/cni/bin/bridge`.",
        since = "0.1.0")
public final class InvalidPluginType implements Rule<Nad> {
    /// NAME_MAX of the node's file systems.
    private static final int MAX_BYTES = 255;

    @Override
    public List<Violation> find(Nad nad, Context context) {
        return ParsedConfig.of(nad, context)
                .map(config -> judge(config, context))
                .orElse(List.of());
    }

    private static List<Violation> judge(ParsedConfig config, Context context) {
        List<Violation> violations = new ArrayList<>();
        if (config.form() == CniConfig.Form.LIST) {
            fault(config, JsonPath.ROOT, config.document(), context).ifPresent(violations::add);
        }
        for (CniConfig.Plugin plugin : config.plugins()) {
            fault(config, plugin.path(), plugin.object(), context).ifPresent(violations::add);
            // That ipam is no object, or its type no string, is MH210's.
            GoFields.object(plugin.object(), "ipam")
                    .filter(ipam -> !GoFields.text(ipam, "type").isEmpty())
                    .flatMap(ipam -> fault(config, plugin.path().child("ipam"), ipam, context))
                    .ifPresent(violations::add);
        }
        return violations;
    }

    private static Optional<Violation> fault(ParsedConfig config, JsonPath path, JsonObject plugin, Context context) {
        Optional<JsonMember> type = GoFields.set(plugin, "type");
        return type.flatMap(member -> fault(member)
                .map(fact -> new Violation(config.location(path, member), fact, remedy(path, member, context))));
    }

    /// The file name that a path ends in is what its author meant, where that may stand at all (MH206).
    private static String remedy(JsonPath path, JsonMember type, Context context) {
        String name = type.value() instanceof JsonString(int _, int _, String text) ? fileName(text) : "";
        boolean isMeant = !name.isEmpty()
                && !isNoFileName(name)
                && !isTooLong(name)
                && !NestedMultus.runsMultus(name, context)
                && PluginExample.mayStand(name, path);
        return isMeant
                ? "Write " + Quoted.of(name)
                : "Write the name of the plugin's program, such as " + PluginExample.at(path);
    }

    private static String fileName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
                .strip();
    }

    private static Optional<String> fault(JsonMember type) {
        if (!(type.value() instanceof JsonString(int _, int _, String name))) {
            return Optional.of("the type is " + type.value().typeName());
        }
        if (isNoFileName(name)) {
            return Optional.of("the type is " + Quoted.of(name) + ", which is no bare file name");
        }
        return isTooLong(name) ? Optional.of("the type is longer than a file name can be") : Optional.empty();
    }

    private static boolean isNoFileName(String name) {
        return name.equals(".") || name.equals("..") || name.codePoints().anyMatch(InvalidPluginType::isForeign);
    }

    private static boolean isTooLong(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
    }

    /// A backslash separates paths on Windows nodes; white space and control characters are legal in a file
    /// name, but no plugin has them and they are not visible.
    private static boolean isForeign(int c) {
        return c == '/' || c == '\\' || Character.isSpaceChar(c) || Character.isISOControl(c);
    }
}
