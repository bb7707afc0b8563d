package dev.multihoming.core.attachment;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonReader;
import dev.multihoming.core.json.Parsed;
import dev.multihoming.core.multus.NetworkSelection;
import dev.multihoming.core.multus.NetworkSelections;
import java.util.List;

/// What a pod asks of one attachment, beyond its network and its name
/// (node-behavior.md#requests-and-capabilities).
///
/// @param mac hardware address; empty for none
/// @param argsMac the one of `cni-args`, which the bridge plugin prefers; empty for none
/// @param ips with or without prefix lengths
/// @param gateways of its `default-route`
/// @param device of the node; empty for none
record AttachmentRequest(String mac, String argsMac, List<String> ips, List<String> gateways, String device) {
    static final AttachmentRequest NOTHING = new AttachmentRequest("", "", List.of(), List.of(), "");

    AttachmentRequest {
        ips = List.copyOf(ips);
        gateways = List.copyOf(gateways);
    }

    static AttachmentRequest mac(String mac) {
        return new AttachmentRequest(mac, "", List.of(), List.of(), "");
    }

    /// Only the JSON form can ask for anything.
    static AttachmentRequest of(NetworkSelections selections, NetworkSelection item) {
        if (selections.form() != NetworkSelections.Form.JSON) {
            return NOTHING;
        }
        String text =
                selections.text().substring(item.span().start(), item.span().end());
        return JsonReader.read(text) instanceof Parsed.Ok<Json>(JsonObject element) ? of(element) : NOTHING;
    }

    private static AttachmentRequest of(JsonObject element) {
        String argsMac = GoFields.object(element, "cni-args")
                .map(args -> GoFields.text(args, "mac"))
                .orElse("");
        return new AttachmentRequest(
                GoFields.text(element, "mac"),
                argsMac,
                GoFields.texts(element, "ips"),
                GoFields.texts(element, "default-route"),
                GoFields.text(element, "deviceID"));
    }
}
