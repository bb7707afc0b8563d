package dev.multihoming.core.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.multihoming.core.review.SegmentRange;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.LabelSelector;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a [MultiHomingPolicy] says. What is `null` is left to the policy it extends, or to the built-in one.
@JsonIgnoreProperties(ignoreUnknown = true)
public record PolicySpec(
        @JsonPropertyDescription(
                "If several policies match a namespace, the one with the highest priority governs it; of equal priorities,"
                        + " the first by name. Default: 0.")
        @Min(-1_000_000)
        @Max(1_000_000)
        @Nullable
        Integer priority,

        @JsonProperty("extends")
        @JsonPropertyDescription(
                "The policy whose fields apply where this one sets none. Without it, those of the built-in policy apply.")
        @Nullable
        String extended,

        @ValidationRule(value = "size(self) > 0", message = "name at least one namespace, or leave it out for all")
        @JsonPropertyDescription(
                "The namespaces that it matches, by name. With neither this nor namespaceSelector, it matches all.")
        @Nullable
        List<String> namespaces,

        @JsonPropertyDescription(
                "Also matches namespaces with these labels. Use labels that tenants cannot set on their namespaces.")
        @Nullable
        LabelSelector namespaceSelector,

        @JsonPropertyDescription("The mode of each rule, by its code or its name; '*' stands for all rules that are not"
                + " named. Write \"Off\" in quotes: YAML takes Off for false.")
        @ValidationRule(
                value = "self.all(rule, rule in RULES)",
                message =
                        "each rule must be '*' or a code or name of https://multihoming.dev/rules; the modes of MH5xx,"
                                + " MH6xx and MH9xx are fixed")
        @Nullable
        Map<String, RuleMode> rules,

        @JsonPropertyDescription(
                "Networks that pods of other namespaces may select: 'namespace/name', or 'namespace' for all of its"
                        + " networks.")
        @ValidationRule(
                value = "self.all(reference, reference.matches('^[a-z0-9]([-a-z0-9]*[a-z0-9])?(/[a-z0-9]([-.a-z0-9]*"
                        + "[a-z0-9])?)?$'))",
                message = "each reference must be 'namespace' or 'namespace/name'")
        @Nullable
        List<String> allowedForeignReferences,

        @JsonPropertyDescription(
                "The layer-2 segments that networks of several namespaces may be on, written as in limits.segments;"
                        + " replaces those of the extended policy.")
        @ValidationRule(value = ONE_NAME_AND_VLANS, message = NAME_AND_VLANS)
        @Nullable
        List<String> sharedSegments,

        @JsonPropertyDescription(
                "Whether other interface names than net1, net2 and so on are replaced, denied or kept.")
        @Nullable
        InterfaceNaming interfaceNaming,

        @JsonPropertyDescription("Values for fields that a network does not set.") @Nullable
        Defaults defaults,

        @JsonPropertyDescription("What networks may use.") @Nullable
        Limits limits,

        @JsonPropertyDescription("Whether workloads whose pods would be denied are denied or warned about.") @Nullable
        Templates templates,

        @JsonPropertyDescription("Limits for exemptions.") @Nullable
        ExemptionLimits exemptions,

        @JsonPropertyDescription("Who is responsible for this policy; denials include it.") @Nullable
        String owner,

        @JsonPropertyDescription("Where users can ask; denials include it.") @Nullable
        String contact)
        implements Serializable {
    public static final PolicySpec EMPTY =
            new PolicySpec(null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    private static final String ONE_NAME_AND_VLANS = "self.all(segment, segment.matches(r'" + SegmentRange.FORM
            + "') && (segment.endsWith('*') || [segment.substring(segment.lastIndexOf('/') + 1).split('-')]"
            + ".all(ends, int(ends[0]) <= int(ends[size(ends) - 1]))))";

    private static final String NAME_AND_VLANS =
            "each must be a name, a slash and a VLAN from 0 to 4094, two with a hyphen between, the lower first, or *";

    /// What becomes of a rule's findings.
    public enum RuleMode {
        @JsonProperty("Enforce")
        ENFORCE,
        @JsonProperty("Warn")
        WARN,
        @JsonProperty("Audit")
        AUDIT,
        @JsonProperty("Off")
        OFF
    }

    /// Replaced, denied, or left alone.
    public enum InterfaceNaming {
        @JsonProperty("Normalize")
        NORMALIZE,
        @JsonProperty("Require")
        REQUIRE,
        @JsonProperty("Preserve")
        PRESERVE
    }

    /// Added, demanded of the author, or neither.
    public enum DefaultsMode {
        @JsonProperty("Inject")
        INJECT,
        @JsonProperty("Require")
        REQUIRE,
        @JsonProperty("Off")
        OFF
    }

    /// What networks get where their author says nothing.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Defaults(
            @JsonPropertyDescription(
                    "Inject adds them, Require denies networks without, \"Off\" (in quotes) does neither.")
            @Nullable
            DefaultsMode mode,

            @JsonPropertyDescription("Of the bridge plugin.") @Nullable
            BridgeDefaults bridge,

            @JsonPropertyDescription("Of the sriov plugin.") @Nullable
            SriovDefaults sriov)
            implements Serializable {}

    /// What bridges get.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record BridgeDefaults(
            @JsonPropertyDescription("The VLAN of bridges without vlan and vlanTrunk; default: 0 (untagged).")
            @Min(0)
            @Max(4094)
            @Nullable
            Integer vlan,

            @JsonPropertyDescription("Whether source MAC addresses are checked; true if it is not set.") @Nullable
            Boolean macspoofchk,

            @JsonPropertyDescription(
                    "false adds preserveDefaultVlan: false to bridges with a VLAN: releases of the plugin differ in the default.")
            @ValidationRule(value = "!self", message = "only false can be a default; leave it out to add nothing")
            @Nullable
            Boolean preserveDefaultVlan)
            implements Serializable {}

    /// What SR-IOV networks get.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record SriovDefaults(
            @JsonPropertyDescription(
                    "\"on\" (in quotes) adds spoofchk to SR-IOV networks; without it, the driver decides.")
            @ValidationRule(
                    value = "self == 'on'",
                    message = "only \"on\" can be a default; leave it out to add nothing")
            @Nullable
            String spoofchk)
            implements Serializable {}

    /// Denied like their pods, or only told.
    public enum Templates {
        @JsonProperty("Enforce")
        ENFORCE,
        @JsonProperty("Warn")
        WARN
    }

    /// What a tenant may have at most.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Limits(
            @JsonPropertyDescription("The most additional networks of one pod.") @Min(0) @Max(64) @Nullable
            Integer networksPerPod,

            @JsonPropertyDescription(
                    "The CNI plugins that networks may run: those of a chain, IPAM plugins and delegates included.")
            @Nullable
            List<String> pluginTypes,

            @JsonPropertyDescription(
                    "The VLANs that networks may use, such as '100' or '100-199'; '0' stands for untagged.")
            @ValidationRule(
                    value = "self.all(vlan, vlan.matches('^[0-9]{1,4}(-[0-9]{1,4})?$')"
                            + " && vlan.split('-').all(id, int(id) <= 4094)"
                            + " && int(vlan.split('-')[0]) <= int(vlan.split('-')[size(vlan.split('-')) - 1]))",
                    message = "each must be a VLAN from 0 to 4094, or two with a hyphen between, the lower first")
            @Nullable
            List<String> vlans,

            @JsonPropertyDescription(
                    "The bridges, masters and devices of the nodes, and the physical networks of OVN-Kubernetes, that networks may use, by name.")
            @Nullable
            List<String> links,

            @JsonPropertyDescription(
                    "The ports of the nodes that pods and networks may ask for, such as '8080' or '30000-30100'.")
            @ValidationRule(
                    value = "self.all(port, port.matches('^[0-9]{1,5}(-[0-9]{1,5})?$')"
                            + " && port.split('-').all(end, int(end) >= 1 && int(end) <= 65535)"
                            + " && int(port.split('-')[0]) <= int(port.split('-')[size(port.split('-')) - 1]))",
                    message = "each must be a port from 1 to 65535, or two with a hyphen between, the lower first")
            @Nullable
            List<String> hostPorts,

            @JsonPropertyDescription(
                    "Whether networks may take a device of the node by themselves: host-device, a deviceID, links that a bond moves.")
            @Nullable
            Boolean hostDevices,

            @JsonPropertyDescription(
                    "The resources, such as 'intel.com/sriov', of which networks may have devices reserved for their pods (k8s.v1.cni.cncf.io/resourceName).")
            @Nullable
            List<String> resourceNames,

            @JsonPropertyDescription(
                    "The layer-2 segments that networks may be on: a bridge, link, resource, device or network by name, and"
                            + " its VLANs, such as 'br1/100-199', 'br1/0' (untagged) or 'physnet1/*'.")
            @ValidationRule(value = ONE_NAME_AND_VLANS, message = NAME_AND_VLANS)
            @Nullable
            List<String> segments)
            implements Serializable {}

    /// How far exemptions go in the namespaces of the policy.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ExemptionLimits(
            @JsonPropertyDescription("The most days that an exemption may last, from its creation.")
            @Min(0)
            @Max(3650)
            @Nullable
            Integer maxDays)
            implements Serializable {}
}
