package dev.multihoming.cli.command;

import dev.multihoming.cli.manifest.CannotRun;
import dev.multihoming.cli.manifest.Input;
import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.cli.manifest.Manifests;
import dev.multihoming.cli.manifest.OfflineReviews;
import dev.multihoming.console.engine.Engine.Network;
import dev.multihoming.core.admission.ReviewedKinds;
import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.multus.CniConfigReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// The networks of the files. One unreadable file is a notice and does not hide the others.
record NetworkRows(JudgingOptions judging, List<Input> files, List<String> notices) {
    static boolean isNetwork(Manifest manifest) {
        return ReviewedKinds.isNad(manifest.apiVersion(), manifest.kind());
    }

    List<Network> all() {
        OfflineReviews reviews = judging.reviews(files, () -> {});
        List<Network> rows = new ArrayList<>();
        for (Input file : files) {
            try {
                Manifests.of(file, judging.namespace()).stream()
                        .filter(NetworkRows::isNetwork)
                        .map(it -> row(it, reviews))
                        .forEach(rows::add);
            } catch (CannotRun e) {
                notices.add(Objects.requireNonNull(e.getMessage()));
            }
        }
        rows.sort(Comparator.comparing(Network::namespace).thenComparing(Network::name));
        return rows;
    }

    private static Network row(Manifest manifest, OfflineReviews reviews) {
        CniConfig config =
                CniConfigReader.read(manifest.object().at("/spec/config").asText());
        return new Network(
                manifest.namespace(),
                manifest.name(),
                joined(config.plugins().stream().map(CniConfig.Plugin::type).toList()),
                joined(config.plugins().stream().map(NetworkRows::ipam).toList()),
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
