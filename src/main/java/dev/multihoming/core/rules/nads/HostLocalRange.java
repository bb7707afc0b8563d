package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.IpAddress;
import dev.multihoming.core.multus.IpSubnet;
import dev.multihoming.core.schema.SchemaViolation;
import java.util.Optional;

/// One range of host-local: `subnet`, `gateway`, `rangeStart`, `rangeEnd` (node-behavior.md#host-local).
record HostLocalRange(JsonPath path, JsonObject object, IpSubnet subnet) {
    /// Empty where there is no subnet that can be read, which is MH210's or MH216's.
    static Optional<HostLocalRange> of(JsonPath path, JsonObject object) {
        return IpSubnet.parse(GoFields.text(object, "subnet")).map(subnet -> new HostLocalRange(path, object, subnet));
    }

    /// Why the plugin refuses it by itself; empty where it does not.
    Optional<SchemaViolation> fault() {
        String written = Quoted.of(GoFields.text(object, "subnet"));
        if (subnet.isMixed()) {
            return violation("the subnet " + written + " is an IPv4 network written as IPv6", "Write it as IPv4");
        }
        if (subnet.prefix() > subnet.width() - 2) {
            return violation("the subnet " + written + " has no address to give", "Write a larger subnet");
        }
        if (!subnet.network().equals(subnet.address())) {
            return violation(
                    "the subnet " + written + " is not the address of a network",
                    "Write " + Quoted.of(subnet.network() + "/" + subnet.prefix()));
        }
        return outside("gateway")
                .or(() -> outside("rangeStart"))
                .or(() -> outside("rangeEnd"))
                .or(this::backwards);
    }

    /// The first address that it gives, and the last.
    IpAddress first() {
        return bound("rangeStart").orElseGet(() -> subnet.address().next());
    }

    IpAddress last() {
        return bound("rangeEnd").orElseGet(this::lastByDefault);
    }

    /// Not the broadcast address of IPv4 (plugins 1.10.0, allocator/range.go, `lastIP`).
    private IpAddress lastByDefault() {
        return subnet.address().bits() == 32 ? subnet.last().previous() : subnet.last();
    }

    /// The keys of the path are the table's own words and need no quotes.
    Optional<SchemaViolation> overlapsWith(HostLocalRange other) {
        return violation(
                "this range overlaps with that of %s at %s"
                        .formatted(Quoted.of(GoFields.text(other.object, "subnet")), other.path),
                "Write ranges without common addresses");
    }

    Optional<SchemaViolation> violation(String fact, String remedy) {
        return Optional.of(new SchemaViolation(SchemaViolation.Kind.COMBINATION, path, object.start(), fact, remedy));
    }

    private Optional<SchemaViolation> outside(String key) {
        return bound(key)
                .filter(address -> !subnet.contains(address))
                .flatMap(_ -> violation(
                        "%s is %s, which is not in the subnet %s"
                                .formatted(
                                        Quoted.of(key),
                                        Quoted.of(GoFields.text(object, key)),
                                        Quoted.of(GoFields.text(object, "subnet"))),
                        "Write an address of the subnet"));
    }

    private Optional<SchemaViolation> backwards() {
        return last().compareTo(first()) < 0
                ? bound("rangeEnd").isPresent()
                        ? violation(
                                "\"rangeEnd\" is " + Quoted.of(GoFields.text(object, "rangeEnd"))
                                        + ", and the range begins after it",
                                "Write the higher address as \"rangeEnd\"")
                        : violation(
                                "\"rangeStart\" is %s, and without \"rangeEnd\" the range ends before it"
                                        .formatted(Quoted.of(GoFields.text(object, "rangeStart"))),
                                "Write an earlier address as \"rangeStart\", or a \"rangeEnd\"")
                : Optional.empty();
    }

    /// Whether it has no address but the gateway, which host-local does not assign.
    boolean hasOnlyGateway() {
        return first().equals(last()) && first().equals(gateway());
    }

    IpAddress gateway() {
        return bound("gateway").orElseGet(() -> subnet.address().next());
    }

    private Optional<IpAddress> bound(String key) {
        return IpAddress.parse(GoFields.text(object, key));
    }
}
