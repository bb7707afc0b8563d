package dev.multihoming.webhook.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.multihoming.core.admission.ReviewOutcome;
import dev.multihoming.core.policy.Verdict;
import dev.multihoming.core.policy.Verdict.Exempted;
import dev.multihoming.core.review.Card;
import dev.multihoming.core.review.Finding;
import dev.multihoming.core.review.Phase;
import dev.multihoming.core.review.RuleMutation;
import dev.multihoming.core.review.Wording;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/// Writes the AdmissionReview that answers a request.
public final class ReviewEncoder {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final Wording wording;

    public ReviewEncoder(Wording wording) {
        this.wording = wording;
    }

    public byte[] encode(String uid, Phase phase, ReviewOutcome outcome) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("apiVersion", "admission.k8s.io/v1");
            json.writeStringField("kind", "AdmissionReview");
            json.writeObjectFieldStart("response");
            json.writeStringField("uid", uid);
            if (outcome.isNothing()) {
                json.writeBooleanField("allowed", true);
            } else {
                response(json, phase, outcome);
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    private void response(JsonGenerator json, Phase phase, ReviewOutcome outcome) throws IOException {
        switch (phase) {
            case VALIDATE -> {
                json.writeBooleanField("allowed", outcome.verdict().allowed());
                status(json, outcome.verdict());
                warnings(json, warningsOf(outcome.verdict()));
                auditAnnotations(json, outcome);
            }
            case MUTATE -> {
                json.writeBooleanField("allowed", true);
                if (!outcome.mutations().isEmpty()) {
                    json.writeStringField("patchType", "JSONPatch");
                    json.writeBinaryField("patch", JsonPatch.of(outcome.mutations()));
                    warnings(json, notesOf(outcome.mutations()));
                    auditAnnotations(json, outcome);
                }
            }
        }
    }

    /// kubectl and controllers show only `message`, so it holds everything; programs find one cause a finding.
    private void status(JsonGenerator json, Verdict verdict) throws IOException {
        List<Finding> denials = verdict.denials();
        if (denials.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("status");
        json.writeNumberField("code", 403);
        json.writeStringField("reason", "Forbidden");
        json.writeStringField(
                "message", wording.denial(denials, verdict.notice().sentence()));
        json.writeObjectFieldStart("details");
        json.writeArrayFieldStart("causes");
        for (Finding denial : Wording.shown(denials)) {
            json.writeStartObject();
            json.writeStringField("reason", denial.card().code());
            json.writeStringField("message", wording.sentence(denial));
            json.writeStringField("field", denial.violation().location().field());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private List<String> warningsOf(Verdict verdict) {
        return Wording.shown(verdict.warnings()).stream()
                .map(finding -> wording.warning(finding.card(), finding.violation()))
                .toList();
    }

    private List<String> notesOf(List<RuleMutation> mutations) {
        return Wording.shown(mutations).stream()
                .map(mutation ->
                        wording.warning(mutation.card(), mutation.repair().note()))
                .toList();
    }

    private static void warnings(JsonGenerator json, List<String> warnings) throws IOException {
        if (warnings.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("warnings");
        for (String warning : warnings) {
            json.writeString(warning);
        }
        json.writeEndArray();
    }

    private static void auditAnnotations(JsonGenerator json, ReviewOutcome outcome) throws IOException {
        json.writeObjectFieldStart("auditAnnotations");
        codes(json, "denied", cards(outcome.verdict().denials()));
        codes(json, "warned", cards(outcome.verdict().warnings()));
        codes(json, "audited", cards(outcome.verdict().audited()));
        codes(
                json,
                "exempted",
                cards(outcome.verdict().exempted().stream()
                        .map(Exempted::finding)
                        .toList()));
        codes(
                json,
                "repaired",
                outcome.mutations().stream().map(RuleMutation::card).toList());
        String policy = outcome.verdict().notice().policy();
        if (!policy.isEmpty()) {
            json.writeStringField("policy", policy);
        }
        json.writeEndObject();
    }

    private static List<Card> cards(List<Finding> findings) {
        return findings.stream().map(Finding::card).toList();
    }

    private static void codes(JsonGenerator json, String key, List<Card> cards) throws IOException {
        if (!cards.isEmpty()) {
            json.writeStringField(key, cards.stream().map(Card::code).distinct().collect(Collectors.joining(",")));
        }
    }
}
