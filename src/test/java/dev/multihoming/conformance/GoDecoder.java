package dev.multihoming.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.plane.ShortProgram;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// `tools/go-decoder`, the witness.
record GoDecoder(Path program) {
    /// Its answers to the texts, in their order. `kind` is `selections` or `configs`.
    List<JsonNode> ask(String kind, List<String> texts) {
        Base64.Encoder base64 = Base64.getEncoder();
        String questions = texts.stream()
                .map(text -> base64.encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "\n")
                .collect(Collectors.joining());
        return new ShortProgram(List.of(program.toString(), kind), Map.of())
                .run(questions)
                .orThrow("go-decoder " + kind)
                .lines()
                .<JsonNode>map(GoJson::read)
                .toList();
    }
}
