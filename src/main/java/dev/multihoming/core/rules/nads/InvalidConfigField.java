package dev.multihoming.core.rules.nads;

import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.schema.SchemaCheck;
import dev.multihoming.core.schema.SchemaViolation;
import java.util.ArrayList;
import java.util.List;

/// See node-behavior.md#config-text, #bridge, by the tables of [dev.multihoming.core.plugins].
@RuleCard(
        code = "MH210",
        name = "invalid-config-field",
        summary = "A field of a network's config has a type or value that Multus or the plugin refuses.",
        requirement = "Multus or the plugin fails on this value for every pod that attaches",
        why = """
                Multus, libcni and the plugins are strict about the type of every field they know: `"vlan": "100"` \
                is not a VLAN but an error, when the pod starts and again when it ends. The plugin or the kernel \
                rejects values that are out of range.""",
        remedy = "Write the type and range from the message. Unknown keys are ignored and not checked.",
        since = "0.1.0")
public final class InvalidConfigField implements ConfigRule {
    @Override
    public List<Violation> find(ParsedConfig config) {
        return config.violations(violations(config).stream());
    }

    /// Keys that are taken for others are MH202's.
    private static List<SchemaViolation> violations(ParsedConfig config) {
        List<SchemaViolation> violations = new ArrayList<>();
        for (KnownObject known : config.known()) {
            SchemaCheck.of(known.path(), known.object(), known.struct(), known.decoding(), violation -> {
                if (!violation.kind().isAmbiguity()) {
                    violations.add(known.reader().map(violation::of).orElse(violation));
                }
            });
        }
        return violations;
    }
}
