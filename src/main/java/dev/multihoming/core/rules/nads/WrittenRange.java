package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.multus.IpSubnet;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.plugins.RangeText;
import java.util.stream.Stream;

/// A range of addresses that a network gives to pods (node-behavior.md#ovn-k8s-cni-overlay, #ipam-plugins).
///
/// @param offset where the object that holds it starts
/// @param text as written
record WrittenRange(JsonPath path, int offset, String text, IpSubnet subnet) {
    /// Of the IPAM plugins that are known, and of OVN-Kubernetes.
    static Stream<WrittenRange> allIn(ParsedConfig config) {
        return config.plugins().stream().flatMap(WrittenRange::of);
    }

    private static Stream<WrittenRange> of(CniConfig.Plugin plugin) {
        Stream<RangeText> own =
                KnownPlugins.of(plugin).stream().flatMap(known -> known.ranges(plugin.path(), plugin.object()));
        Stream<RangeText> ofIpam = GoFields.object(plugin.object(), "ipam").stream()
                .flatMap(ipam -> KnownPlugins.ipam(GoFields.text(ipam, "type")).stream()
                        .flatMap(known -> known.ranges(plugin.path().child("ipam"), ipam)));
        return Stream.concat(own, ofIpam).flatMap(WrittenRange::read);
    }

    private static Stream<WrittenRange> read(RangeText range) {
        return IpSubnet.parse(range.text()).filter(subnet -> !subnet.isMixed()).stream()
                .map(subnet -> new WrittenRange(range.path(), range.holder().start(), range.text(), subnet));
    }
}
