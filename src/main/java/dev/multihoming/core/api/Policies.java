package dev.multihoming.core.api;

import dev.multihoming.core.api.PolicySpec.BridgeDefaults;
import dev.multihoming.core.api.PolicySpec.Defaults;
import dev.multihoming.core.api.PolicySpec.DefaultsMode;
import dev.multihoming.core.api.PolicySpec.Limits;
import dev.multihoming.core.api.PolicySpec.RuleMode;
import dev.multihoming.core.api.PolicySpec.Templates;
import dev.multihoming.core.policy.Decisions;
import dev.multihoming.core.policy.DefaultsDecision;
import dev.multihoming.core.policy.LabelRequirement;
import dev.multihoming.core.policy.LabelRequirement.Operator;
import dev.multihoming.core.policy.NamespaceMatch;
import dev.multihoming.core.policy.Policy;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.NamingMode;
import dev.multihoming.core.review.NetworkLimits;
import dev.multihoming.core.review.SegmentList;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The policy values that custom resources come to.
public final class Policies {
    /// The rules that find what the defaults would have added.
    private static final List<String> DEFAULTS = List.of("MH214", "MH215", "MH232", "MH233");

    private static final BridgeDefaults NO_BRIDGE_DEFAULTS = new BridgeDefaults(null, null, null);

    private Policies() {}

    /// What a custom resource says, as the engine takes it.
    ///
    /// @throws IllegalArgumentException with a clause that says what is wrong, for what
    /// the CRD's schema refuses too
    public static Policy of(MultiHomingPolicy resource) {
        PolicySpec spec = Objects.requireNonNullElse(resource.getSpec(), PolicySpec.EMPTY);
        return new Policy(
                resource.getMetadata().getName(),
                Objects.requireNonNullElse(spec.priority(), 0),
                new NamespaceMatch(setOf(spec.namespaces()), labels(spec.namespaceSelector())),
                Objects.requireNonNullElse(spec.extended(), ""),
                decisions(spec));
    }

    private static Decisions decisions(PolicySpec spec) {
        Limits limits = spec.limits();
        return new Decisions(
                rules(spec),
                spec.allowedForeignReferences() == null ? null : Set.copyOf(spec.allowedForeignReferences()),
                spec.sharedSegments() == null ? null : SegmentList.of(spec.sharedSegments()),
                spec.interfaceNaming() == null
                        ? null
                        : NamingMode.valueOf(spec.interfaceNaming().name()),
                defaults(spec.defaults()),
                limits == null ? null : limits.networksPerPod(),
                limits == null ? NetworkLimits.NONE : NetworkLimitsReader.of(limits),
                spec.templates() == null ? null : spec.templates() == Templates.ENFORCE,
                spec.exemptions() == null ? null : spec.exemptions().maxDays(),
                spec.owner(),
                spec.contact());
    }

    private static DefaultsDecision defaults(@Nullable Defaults defaults) {
        if (defaults == null) {
            return DefaultsDecision.NONE;
        }
        BridgeDefaults bridge = Objects.requireNonNullElse(defaults.bridge(), NO_BRIDGE_DEFAULTS);
        String spoofchk = defaults.sriov() == null ? null : defaults.sriov().spoofchk();
        return new DefaultsDecision(
                defaults.mode() == null ? null : defaults.mode() == DefaultsMode.INJECT,
                bridge.vlan(),
                bridge.macspoofchk(),
                bridge.preserveDefaultVlan() == null ? null : !bridge.preserveDefaultVlan(),
                spoofchk == null ? null : spoofchk.equals("on"));
    }

    /// To require the defaults or to do without them is to enforce their rules or to turn them off, unless those are
    /// named themselves.
    private static Map<String, Mode> rules(PolicySpec spec) {
        Map<String, Mode> rules = new HashMap<>();
        DefaultsMode defaults = spec.defaults() == null ? null : spec.defaults().mode();
        if (defaults == DefaultsMode.REQUIRE) {
            DEFAULTS.forEach(code -> rules.put(code, Mode.ENFORCE));
        } else if (defaults == DefaultsMode.OFF) {
            DEFAULTS.forEach(code -> rules.put(code, Mode.OFF));
        }
        Map<String, RuleMode> written = Objects.requireNonNullElse(spec.rules(), Map.of());
        written.forEach((rule, mode) -> rules.put(rule, Mode.valueOf(mode.name())));
        return rules;
    }

    private static List<LabelRequirement> labels(@Nullable LabelSelector selector) {
        List<LabelRequirement> requirements = new ArrayList<>();
        if (selector == null) {
            return requirements;
        }
        Objects.requireNonNullElse(selector.getMatchLabels(), Map.<String, String>of())
                .forEach((key, value) -> requirements.add(
                        new LabelRequirement(key, Operator.IN, setOf(Collections.singletonList(value)))));
        Objects.requireNonNullElse(selector.getMatchExpressions(), List.<LabelSelectorRequirement>of())
                .forEach(expression -> requirements.add(new LabelRequirement(
                        expression.getKey(), operator(expression.getOperator()), setOf(expression.getValues()))));
        return requirements;
    }

    private static Operator operator(String name) {
        return Operator.of(name)
                .orElseThrow(() -> new IllegalArgumentException("has a selector with the unknown operator " + name));
    }

    private static Set<String> setOf(@Nullable List<String> values) {
        if (values != null && values.contains(null)) {
            throw new IllegalArgumentException("has a selector with a value that is null");
        }
        return values == null ? Set.of() : Set.copyOf(values);
    }
}
