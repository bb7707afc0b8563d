package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.plugins.DelegateUse;
import dev.multihoming.core.plugins.SysctlEffect;
import dev.multihoming.core.review.Violation;
import java.util.List;
import java.util.stream.Stream;

/// The kernel settings that a config's plugins write.
final class SysctlsOfConfig {
    private SysctlsOfConfig() {}

    /// Those with that effect. `does` completes the sentence about the setting.
    static List<Violation> with(SysctlEffect.Effect effect, ParsedConfig config, String does, String remedy) {
        return config.plugins().stream()
                .flatMap(plugin -> Stream.concat(Stream.of(plugin), DelegateUse.of(plugin).stream()))
                .flatMap(SysctlEffect::of)
                .filter(setting -> setting.effect() == effect)
                .map(setting -> new Violation(
                        config.location(setting.path(), setting.offset()),
                        "the setting %s is %s, %s"
                                .formatted(Quoted.of(setting.name()), Quoted.of(setting.value()), does),
                        remedy))
                .toList();
    }
}
