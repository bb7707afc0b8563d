package dev.multihoming.cli.command;

import dev.multihoming.cli.manifest.Input;
import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.cli.manifest.OfflineReviews;
import java.util.List;

/// The networks of files.
///
/// @param reviews judge them among each other
/// @param notices what could not be read, sentences
record NetworksOfFiles(List<Manifest> networks, OfflineReviews reviews, List<String> notices) {
    NetworksOfFiles {
        networks = List.copyOf(networks);
        notices = List.copyOf(notices);
    }

    static NetworksOfFiles of(JudgingOptions judging, List<Input> files) {
        ReadableFiles read = new ReadableFiles(files, judging.namespace());
        return new NetworksOfFiles(read.networks(), judging.reviews(read.manifests()), read.notices());
    }
}
