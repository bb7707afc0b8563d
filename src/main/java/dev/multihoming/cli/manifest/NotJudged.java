package dev.multihoming.cli.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.core.admission.ReviewedKind;
import dev.multihoming.core.admission.ReviewedKinds;
import dev.multihoming.core.objects.ApiGroup;
import dev.multihoming.core.objects.Deployers;
import dev.multihoming.core.subject.NetworkAnnotations;
import java.util.Map;
import java.util.Optional;

/// A document that concerns additional networks, and that no review sees.
///
/// @param title of the object, or what the document is
/// @param reason why, and what to check instead: a clause
public record NotJudged(String title, SourceSpan span, String reason) {
    private static final String ELSEWHERE = "its manifests are elsewhere; render them and check what comes out";

    private static final String KUSTOMIZE = "kustomize.config.k8s.io";

    /// Empty for an object that was judged, and for one that has nothing to do with networks.
    public static Optional<NotJudged> of(ManifestVerdict judgement) {
        Manifest manifest = judgement.manifest();
        if (judgement.creation().isPresent()) {
            return Optional.empty();
        }
        String group = ApiGroup.of(manifest.apiVersion());
        SourceSpan span = TokenSpan.at(manifest.source(), manifest.node().start());
        if (Deployers.isOne(manifest.object())) {
            return Optional.of(new NotJudged(manifest.title(), span, ELSEWHERE));
        }
        return mentionsNetworks(manifest.object())
                ? Optional.of(new NotJudged(manifest.title(), span, reason(group, manifest)))
                : Optional.empty();
    }

    /// Of a document that is no object.
    public static Optional<NotJudged> of(ManifestDocument.Foreign foreign) {
        return mentionsNetworks(foreign.document())
                ? Optional.of(new NotJudged(
                        "a document that is no object",
                        foreign.span(),
                        "it is a part of something, such as a patch; render the whole and check what comes out"))
                : Optional.empty();
    }

    private static String reason(String group, Manifest manifest) {
        if (group.equals(KUSTOMIZE)) {
            return "it patches other manifests; render them, as with kubectl kustomize, and check what comes out";
        }
        if (ReviewedKind.LEFT_OUT.contains(manifest.namespace())) {
            return "the webhook is not asked about namespace " + manifest.namespace();
        }
        return ReviewedKinds.of(manifest.apiVersion(), manifest.kind()).isPresent()
                ? "a controller made it; check the object that owns it"
                : "it mentions additional networks, and what comes of this kind is not known";
    }

    private static boolean mentionsNetworks(JsonNode value) {
        if (value.isTextual()) {
            return isAbout(value.asText());
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            if (isAbout(member.getKey()) || mentionsNetworks(member.getValue())) {
                return true;
            }
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            if (mentionsNetworks(value.get(i))) {
                return true;
            }
        }
        return false;
    }

    /// A patch of JSON writes the slash of a key as `~1`.
    private static boolean isAbout(String text) {
        String plain = text.contains("~1") ? text.replace("~1", "/") : text;
        return plain.contains(NetworkAnnotations.NETWORKS) || plain.contains(NetworkAnnotations.DEFAULT_NETWORK);
    }
}
