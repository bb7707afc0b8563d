package dev.multihoming.core.plugins;

import dev.multihoming.core.multus.CniVersion;
import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType.Formed;
import dev.multihoming.core.schema.FieldType.Listing;
import dev.multihoming.core.schema.FieldType.Struct;
import dev.multihoming.core.schema.FieldType.Text;
import dev.multihoming.core.schema.Requirement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The host-local IPAM plugin 1.9.1 (node-behavior.md#host-local). How ranges must fit together is a rule of
/// its own.
public final class HostLocalIpam implements IpamPlugin {
    private static final AddressModel ADDRESSES = new AddressModel.Pool(
            AddressModel.Scope.NODE, "subnet", "ranges", true, "rangeStart", "rangeEnd", Optional.empty());

    private static final Struct RANGE = Struct.of(
                    Field.of("subnet", new Formed(TextForm.CIDR)),
                    Field.of("rangeStart", new Formed(TextForm.IP)),
                    Field.of("rangeEnd", new Formed(TextForm.IP)),
                    Field.of("gateway", new Formed(TextForm.IP)))
            .requiring("subnet");

    static final PluginSpec SPEC = PluginSpec.of(
                    Set.of("host-local"),
                    Field.of("subnet", new Formed(TextForm.CIDR)),
                    Field.of("rangeStart", new Formed(TextForm.IP)),
                    Field.of("rangeEnd", new Formed(TextForm.IP)),
                    Field.of("gateway", new Formed(TextForm.IP)),
                    Field.of("ranges", new Listing(new Listing(RANGE))),
                    Field.of("routes", new Listing(CommonFields.ROUTE)),
                    Field.of("dataDir", new Text()),
                    Field.of("resolvConf", new Text()))
            .requiring(new Requirement(List.of(List.of("subnet"), List.of("ranges")), List.of()));

    @Override
    public PluginSpec spec() {
        return SPEC;
    }

    @Override
    public CniVersion cniVersionFloor() {
        return CniVersion.ABSENT;
    }

    @Override
    public AddressModel addresses() {
        return ADDRESSES;
    }

    @Override
    public IpsHandling ips() {
        return IpsHandling.ONE_ADDRESS;
    }

    @Override
    public Set<String> capabilities() {
        return Set.of("ips");
    }

    @Override
    public List<FormField> form() {
        return List.of(
                FormField.of("subnet", "Subnet", "Each node assigns all of its addresses by itself."),
                FormField.of("rangeStart", "First address", "The first address that is assigned."),
                FormField.of("rangeEnd", "Last address", "The last address that is assigned."),
                FormField.of("gateway", "Gateway", "The router of the range."));
    }

    @Override
    public boolean checksRanges() {
        return true;
    }
}
