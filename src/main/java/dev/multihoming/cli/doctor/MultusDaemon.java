package dev.multihoming.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A DaemonSet that installs Multus on nodes.
///
/// @param name with its namespace
/// @param version as the image's tag says it; empty where it says none
/// @param isThick whether a daemon does the work, and the node's binary only calls it
/// @param desired on how many nodes it is to run
record MultusDaemon(String name, String version, boolean isThick, int ready, int desired) {
    /// Multus itself and the images of distributions; not whereabouts, admission controllers and other companions.
    private static final Pattern IMAGE = Pattern.compile("(?:.*/)?(?:hardened-)?multus(?:-cni)?(?:[:@].*)?");

    private static final Pattern VERSION = Pattern.compile("v?(\\d+\\.\\d+(?:\\.\\d+)?)");
    private static final String DAEMON = "multus-daemon";
    private static final String OPENSHIFT_VERSION = "/metadata/annotations/release.openshift.io~1version";

    static Optional<MultusDaemon> in(JsonNode daemonSet) {
        for (JsonNode container : daemonSet.at("/spec/template/spec/containers")) {
            String image = container.path("image").asText();
            if (IMAGE.matcher(image).matches()
                    || container.path("name").asText().equals("kube-multus")) {
                return Optional.of(of(daemonSet, container, image));
            }
        }
        return Optional.empty();
    }

    private static MultusDaemon of(JsonNode daemonSet, JsonNode container, String image) {
        String tag = image.contains("@") ? "" : image.substring(image.lastIndexOf(':') + 1);
        Matcher version = VERSION.matcher(tag);
        boolean thick = tag.endsWith("-thick")
                || container.path("command").toString().contains(DAEMON)
                || container.path("args").toString().contains(DAEMON);
        return new MultusDaemon(
                daemonSet.at("/metadata/namespace").asText() + "/"
                        + daemonSet.at("/metadata/name").asText(),
                version.lookingAt() ? version.group(1) : release(daemonSet),
                thick,
                daemonSet.at("/status/numberReady").asInt(),
                daemonSet.at("/status/desiredNumberScheduled").asInt());
    }

    /// OpenShift names its images by digests, and its release in an annotation.
    private static String release(JsonNode daemonSet) {
        String release = daemonSet.at(OPENSHIFT_VERSION).asText();
        return release.isEmpty() ? "" : "of OpenShift " + release;
    }

    /// Versions before 4; the rules are checked against Multus 4.
    boolean isOld() {
        return version.startsWith("3.") || version.startsWith("2.") || version.startsWith("1.");
    }
}
