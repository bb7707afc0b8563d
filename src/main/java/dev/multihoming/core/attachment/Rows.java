package dev.multihoming.core.attachment;

import dev.multihoming.core.multus.InterfaceName;
import dev.multihoming.core.multus.NadRef;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A table in the making.
final class Rows {
    static final String DEFAULT_INTERFACE = "eth0";

    private final NetworkConfig.Source networks;
    private final List<InterfaceRow> rows = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    Rows(NetworkConfig.Source networks) {
        this.networks = networks;
    }

    void clusterDefault() {
        rows.add(new InterfaceRow(DEFAULT_INTERFACE, "cluster default", Attachment.CLUSTER_DEFAULT));
    }

    /// In place of the cluster's default network.
    void replacedDefault(String name, NadRef ref, AttachmentRequest wanted) {
        rows.add(row(name, ref, "", wanted, true));
        remark("%s takes the place of the cluster's default network.".formatted(ref));
    }

    /// What the cluster attaches to every pod; which networks those are stands in Multus' own configuration.
    void clusterWide(int count) {
        for (int i = 1; i <= count; i++) {
            rows.add(new InterfaceRow(
                    InterfaceName.numbered(i), "one of every pod", Attachment.unknown(Attachment.NOT_KNOWN)));
        }
    }

    /// `forWhat` is whose network it is, where that has a name of its own.
    void attached(String name, NadRef ref, String forWhat, AttachmentRequest wanted) {
        rows.add(row(name, ref, forWhat, wanted, false));
    }

    private InterfaceRow row(String name, NadRef ref, String forWhat, AttachmentRequest wanted, boolean isDefault) {
        NetworkConfig network = networks.of(ref);
        if (network instanceof NetworkConfig.Absent) {
            remark("There is no network %s: the pod does not start.".formatted(ref));
        }
        if (network instanceof NetworkConfig.Unknown(String reason)) {
            remark("Nothing is known of %s: %s.".formatted(ref, reason));
        }
        Attachment made = AttachmentReader.read(network, wanted);
        return new InterfaceRow(
                name,
                ref + (forWhat.isEmpty() ? "" : " for " + forWhat),
                isDefault ? made.withDefaultRoute("yes") : made);
    }

    void remark(String sentence) {
        if (!remarks.contains(sentence)) {
            remarks.add(sentence);
        }
    }

    InterfaceTable table() {
        sameNames();
        return new InterfaceTable(withDefaultRoute(), remarks);
    }

    private void sameNames() {
        Set<String> seen = new LinkedHashSet<>();
        rows.stream()
                .map(InterfaceRow::name)
                .filter(name -> !seen.add(name))
                .distinct()
                .forEach(name -> remark("Two interfaces are called %s: the pod does not start.".formatted(name)));
    }

    /// Any other default route takes precedence over that of the default network (node-behavior.md#default-route).
    private List<InterfaceRow> withDefaultRoute() {
        String others = rows.stream()
                .skip(1)
                .filter(row -> row.attachment().takesDefaultRoute())
                .map(InterfaceRow::name)
                .collect(Collectors.joining(" and "));
        if (others.isEmpty() || rows.isEmpty()) {
            return rows;
        }
        boolean isOfIpv6 = rows.stream()
                .skip(1)
                .map(InterfaceRow::attachment)
                .filter(Attachment::takesDefaultRoute)
                .allMatch(made -> made.defaultRoute().startsWith(AttachmentReader.IPV6));
        InterfaceRow first = rows.getFirst();
        List<InterfaceRow> all = new ArrayList<>(rows);
        all.set(
                0,
                new InterfaceRow(
                        first.name(),
                        first.network(),
                        first.attachment()
                                .withDefaultRoute((isOfIpv6 ? "IPv4; for IPv6 behind " : "behind ") + others)));
        return all;
    }
}
