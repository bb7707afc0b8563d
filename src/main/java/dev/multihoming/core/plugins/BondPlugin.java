package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonArray;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonString;
import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType.Choice;
import dev.multihoming.core.schema.FieldType.Flag;
import dev.multihoming.core.schema.FieldType.Formed;
import dev.multihoming.core.schema.FieldType.Listing;
import dev.multihoming.core.schema.FieldType.Struct;
import dev.multihoming.core.schema.FieldType.Text;
import dev.multihoming.core.schema.FieldType.Whole;
import dev.multihoming.core.schema.Requirement;
import java.util.Set;
import java.util.stream.Stream;

/// bond-cni (facts C14). Its links are interfaces of the pod, made by the networks before it; or, without
/// `linksInContainer`, links of the node that it moves into the pod (bond.go, `setLinksinNetNs`). Without
/// `miimon` it fails on the empty text, which is no number (`createBondedLink`).
public final class BondPlugin {
    static final PluginSpec SPEC = PluginSpec.of(
                    Set.of("bond"),
                    Field.of(
                            "mode",
                            Choice.of(
                                    "",
                                    "balance-rr",
                                    "active-backup",
                                    "balance-xor",
                                    "broadcast",
                                    "802.3ad",
                                    "balance-tlb",
                                    "balance-alb")),
                    Field.of("failOverMac", new Whole(0, 2)),
                    Field.of("miimon", new Formed(TextForm.DECIMAL)),
                    Field.of("links", new Listing(Struct.of(Field.of("name", new Text())), 2)),
                    Field.of("linksInContainer", new Flag()),
                    Field.of("mtu", new Whole(Long.MIN_VALUE, Long.MAX_VALUE)),
                    Field.of("allSlavesActive", new Whole(0, 1)),
                    Field.of("tlbDynamicLb", new Whole(0, 1)),
                    Field.of("xmitHashPolicy", new Text()))
            .requiring(Requirement.always("links"), Requirement.always("miimon"));

    /// The names of the links that it bonds. It reads each into a map, where only the exact key counts, and
    /// the last of them.
    public static Stream<String> links(JsonObject bond) {
        return GoFields.list(bond, "links").map(JsonArray::elements).stream()
                .flatMap(links -> links.stream())
                .filter(JsonObject.class::isInstance)
                .flatMap(link -> ((JsonObject) link)
                        .members().stream()
                                .filter(member -> member.key().equals("name"))
                                .reduce((_, later) -> later)
                                .map(JsonMember::value)
                                .filter(JsonString.class::isInstance)
                                .map(name -> ((JsonString) name).value())
                                .stream());
    }

    /// Whether it looks for its links on the node, and moves them into the pod.
    static boolean takesLinksOfTheNode(JsonObject bond) {
        return !GoFields.isTrue(bond, "linksInContainer");
    }

    private BondPlugin() {}
}
