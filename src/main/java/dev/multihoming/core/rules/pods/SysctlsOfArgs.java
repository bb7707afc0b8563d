package dev.multihoming.core.rules.pods;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.json.JsonString;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.Ask;
import dev.multihoming.core.multus.NetworkSelection;
import dev.multihoming.core.plugins.SysctlEffect;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The kernel settings that a pod's `cni-args` hand to the tuning plugins of its networks.
final class SysctlsOfArgs {
    private SysctlsOfArgs() {}

    /// Those with that effect. `does` completes the sentence about the setting.
    static List<Violation> with(SysctlEffect.Effect effect, Pod pod, Context context, String does, String remedy) {
        if (!SelectedNetworks.ask(pod, context, Ask.CNI_ARGS)) {
            return List.of();
        }
        List<Violation> violations = new ArrayList<>(0);
        for (NetworkSelection item : SelectedNetworks.judged(pod, context, SysctlsOfArgs::written)) {
            JsonObject args = item.cniArgs();
            if (args != null) {
                SysctlEffect.in(JsonPath.ROOT, args)
                        .filter(setting -> setting.effect() == effect)
                        .map(setting -> new Violation(
                                SelectedNetworks.placeOf(item, pod),
                                "the setting %s in \"cni-args\" is %s, %s"
                                        .formatted(Quoted.of(setting.name()), Quoted.of(setting.value()), does),
                                remedy))
                        .forEach(violations::add);
            }
        }
        return violations;
    }

    private static Object written(NetworkSelection item) {
        return Optional.ofNullable(item.cniArgs()).flatMap(args -> GoFields.object(args, "sysctl")).stream()
                .flatMap(sysctl -> sysctl.members().stream())
                .map(member -> List.of(member.key(), member.value() instanceof JsonString text ? text.value() : ""))
                .toList();
    }
}
