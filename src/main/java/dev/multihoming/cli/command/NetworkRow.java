package dev.multihoming.cli.command;

import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.cli.manifest.OfflineReviews;
import dev.multihoming.console.engine.Engine.Network;
import dev.multihoming.core.admission.ReviewedKinds;
import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.multus.CniConfigReader;
import java.util.List;
import java.util.stream.Collectors;

/// A network as the console lists it.
final class NetworkRow {
    private NetworkRow() {}

    static boolean isNetwork(Manifest manifest) {
        return ReviewedKinds.isNad(manifest.apiVersion(), manifest.kind());
    }

    static Network of(Manifest manifest, OfflineReviews reviews) {
        CniConfig config =
                CniConfigReader.read(manifest.object().at("/spec/config").asText());
        return new Network(
                manifest.namespace(),
                manifest.name(),
                joined(config.plugins().stream().map(CniConfig.Plugin::type).toList()),
                joined(config.plugins().stream().map(NetworkRow::ipam).toList()),
                manifest.source().name(),
                reviews.judge(manifest).problems().size());
    }

    private static String ipam(CniConfig.Plugin plugin) {
        return GoFields.object(plugin.object(), "ipam")
                .map(it -> GoFields.text(it, "type"))
                .orElse("");
    }

    private static String joined(List<String> words) {
        return words.stream().filter(it -> !it.isEmpty()).collect(Collectors.joining(", "));
    }
}
