package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoKeys;
import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonArray;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonNull;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.json.LocatedObject;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.plugins.NodeHarm.Kind;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Texts of a config that change what another program of the node does, or which file is used.
final class UnsafeTexts {
    /// Keys by which a config tells Multus what to run, and which files to use (multus 4.3.0, `pkg/types/types.go`).
    private static final Set<String> MULTUS_KEYS = Set.of(
            "delegates",
            "binDir",
            "cniDir",
            "confDir",
            "kubeconfig",
            "logFile",
            "clusterNetwork",
            "readinessindicatorfile",
            "multusConfigFile",
            "daemonSocketDir");

    private UnsafeTexts() {}

    /// What no program may be given, whichever it is.
    static void forAny(LocatedObject located, List<NodeHarm> harms) {
        previousResult(located, harms);
        texts(located, HandedOn.BY_ANY, harms);
    }

    /// What this program hands on.
    static void forProgram(LocatedObject located, String program, List<NodeHarm> harms) {
        texts(located, KnownPlugins.handedOn(program), harms);
        if (NodeHarm.MULTUS.contains(program)) {
            located.object().members().stream()
                    .filter(member -> MULTUS_KEYS.stream().anyMatch(key -> GoKeys.foldsTo(member.key(), key)))
                    .map(member -> unsafe(
                            located.path().child(member.key()),
                            member.value().start(),
                            "%s tells Multus which programs to run and which files to use on the node"
                                    .formatted(Quoted.of(member.key())),
                            "Name the plugin that this network needs"))
                    .forEach(harms::add);
        }
        for (String key :
                KnownPlugins.of(program).map(CniPlugin::firewallConditions).orElse(List.of())) {
            NodeHarm.folding(located.object(), key).stream()
                    .filter(member -> member.value() instanceof JsonArray)
                    .flatMap(member -> conditions(located.path(), member))
                    .forEach(harms::add);
        }
    }

    private static Stream<NodeHarm> conditions(JsonPath path, JsonMember member) {
        return FirewallConditions.unsafeWord(HandedOn.texts((JsonArray) member.value())).stream()
                .map(word -> unsafe(
                        path.child(member.key()),
                        member.value().start(),
                        "%s has the word %s, which does more in a firewall rule of the node than say which packets are meant"
                                .formatted(Quoted.of(member.key()), Quoted.of(word)),
                        "Write conditions about addresses, ports and interfaces only, such as [\"!\", \"-d\","
                                + " \"192.0.2.0/24\"] or [\"ip daddr != 192.0.2.0/24\"]"));
    }

    /// libcni leaves it in place where no plugin ran before, and portmap, firewall and others believe it: ports
    /// of the node then lead to any address.
    private static void previousResult(LocatedObject located, List<NodeHarm> harms) {
        for (JsonMember member : NodeHarm.folding(located.object(), "prevResult")) {
            if (!isEmpty(member.value())) {
                harms.add(unsafe(
                        located.path().child(member.key()),
                        member.value().start(),
                        "\"prevResult\" says in place of a plugin which addresses the pod has",
                        "Remove it: the plugins pass it on themselves"));
            }
        }
    }

    private static boolean isEmpty(Json value) {
        return value instanceof JsonNull
                || (value instanceof JsonObject object && object.members().isEmpty());
    }

    private static void texts(LocatedObject located, List<HandedOn> fields, List<NodeHarm> harms) {
        for (HandedOn field : fields) {
            field.each(
                    located.path(),
                    located.object(),
                    written -> field.form()
                            .refusal(written.text())
                            .map(refusal -> unsafe(
                                    written.path(),
                                    written.offset(),
                                    "%s is %s, which %s"
                                            .formatted(Quoted.of(written.key()), Quoted.of(written.text()), refusal),
                                    "Write " + field.form().instead()))
                            .ifPresent(harms::add));
        }
    }

    private static NodeHarm unsafe(JsonPath path, int offset, String fact, String remedy) {
        return new NodeHarm(Kind.UNSAFE_TEXT, path, offset, fact, remedy);
    }
}
