package dev.multihoming.fuzz;

import static dev.multihoming.fuzz.Judged.require;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.core.review.Phase;
import dev.multihoming.webhook.http.Endpoints;
import java.util.Set;

/// A new object on its way through both endpoints, and what must hold of that way: a repair makes the object one that
/// is admitted, brings no new complaint, and leaves nothing to repair.
///
/// @param repaired what the mutating endpoint made of it
/// @param judged what the validating one said to that
record Passage(ObjectNode repaired, Judged judged) {
    static Passage of(Endpoints endpoints, String group, String plural, ObjectNode object) {
        byte[] created = Requests.create(group, plural, object);
        Judged mutated = Judged.by(endpoints, Phase.MUTATE, created);
        Judged asWritten = Judged.by(endpoints, Phase.VALIDATE, created);
        require(mutated.allowed(), "the mutating endpoint denies");
        if (!mutated.isPatched()) {
            return new Passage(object, asWritten);
        }
        ObjectNode repaired = mutated.patched(object.deepCopy());
        byte[] second = Requests.create(group, plural, repaired);
        require(!Judged.by(endpoints, Phase.MUTATE, second).isPatched(), "repaired twice: " + repaired);
        Judged judged = Judged.by(endpoints, Phase.VALIDATE, second);
        require(judged.allowed(), "repaired and denied: " + judged.response() + " of " + repaired);
        Set<String> brought = judged.codes();
        brought.removeAll(asWritten.codes());
        require(brought.isEmpty(), "a repair brings " + brought + ": " + repaired);
        return new Passage(repaired, judged);
    }

    boolean admitted() {
        return judged.allowed();
    }
}
