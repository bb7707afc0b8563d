package dev.multihoming.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.cli.nad.NetworkForm;
import dev.multihoming.console.engine.Engine.Refused;
import dev.multihoming.core.plugins.KnownPlugins;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The form and the editor change one text: what holds for a network of every plugin, however it is written.
class NetworkEditPropertiesTest {
    private static final int MANY = 15;

    static Stream<String> types() {
        return KnownPlugins.types().stream()
                .filter(type -> !KnownPlugins.of(type).orElseThrow().form().isEmpty())
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("types")
    void theFormShowsWhatIsWrittenAndWritesItBackAsItIs(String type) {
        networks(type).forEach(network -> {
            String text = network.text();
            assertThat(shown(network, text)).as(text).isEqualTo(network.allShown());
            for (String field : network.fields()) {
                assertThat(edit(text, field, network.shown(field))).as(field).isEqualTo(text);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("types")
    void anotherValueChangesOnlyTheTextOfItsField(String type) {
        networks(type).forEach(network -> {
            Random random = new Random(network.seed());
            for (String field : network.values().keySet()) {
                if (!field.equals("ipam.type")) {
                    changes(network, field, network.another(field, random));
                }
            }
        });
    }

    private static void changes(RandomNetwork network, String field, String value) {
        RandomNetwork changed = network.with(field, value);
        String text = edit(network.text(), field, RandomNetwork.text(value));
        assertThat(text).as(field).isEqualTo(changed.text());
        assertThat(edit(text, field, network.shown(field)))
                .as(field)
                .isEqualTo(network.with(field, canonical(network, field)).text());
    }

    /// As the console writes it: without escapes that JSON does not need.
    private static String canonical(RandomNetwork network, String field) {
        String json = network.values().getOrDefault(field, "");
        return json.startsWith("\"") ? RandomNetwork.quoted(network.shown(field)) : json;
    }

    @ParameterizedTest
    @MethodSource("types")
    void anAbsentFieldIsOnlyInsertedAndTakenOutAgain(String type) {
        networks(type).forEach(network -> {
            Random random = new Random(network.seed());
            for (String field : network.fields()) {
                if (network.shown(field).isEmpty() && (!network.ipamType().isEmpty() || !field.startsWith("ipam."))) {
                    inserts(network, field, network.another(field, random));
                }
            }
        });
    }

    private static void inserts(RandomNetwork network, String field, String value) {
        String before = network.text();
        String text = edit(before, field, RandomNetwork.text(value));
        int from = 0;
        while (from < before.length() && before.charAt(from) == text.charAt(from)) {
            from++;
        }
        assertThat(text).as("%s in %s", field, before).endsWith(before.substring(from));
        assertThat(shown(network, text))
                .as(text)
                .isEqualTo(network.with(field, value).allShown());
        assertThat(isJson(text)).as(text).isEqualTo(isJson(before));
        assertThat(edit(text, field, "")).as(field).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("types")
    void anEmptyValueTakesOnlyItsFieldAway(String type) {
        networks(type).forEach(network -> {
            for (String field : network.values().keySet()) {
                if (!field.equals("metadata.name") && !field.equals("ipam.type")) {
                    String text = edit(network.text(), field, "");
                    assertThat(text).as(field).isEqualTo(network.without(field).text());
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("types")
    void anotherIpamPluginKeepsWhatItReadsAndWhatNobodyKnows(String type) {
        networks(type).filter(it -> !it.ipamType().isEmpty()).forEach(network -> {
            String ipam = network.another("ipam.type", new Random(network.seed()));
            RandomNetwork changed = network.with("ipam.type", ipam);
            for (String field : network.values().keySet()) {
                if (field.startsWith("ipam.") && !reads(changed.ipamType(), field)) {
                    changed = changed.without(field);
                }
            }
            assertThat(edit(network.text(), "ipam.type", changed.ipamType())).isEqualTo(changed.text());
            assertThat(edit(network.text(), "ipam.type", ""))
                    .isEqualTo(network.without("ipam.type").text());
        });
    }

    private static boolean reads(String ipam, String field) {
        return field.equals("ipam.type")
                || KnownPlugins.ipam(ipam).orElseThrow().fields().stream()
                        .anyMatch(it -> field.equals("ipam." + it.key()));
    }

    @ParameterizedTest
    @MethodSource("types")
    void aDraftShowsTheValuesThatItWasMadeOf(String type) {
        ConsoleEngine engine = Consoles.engine("-");
        networks(type).forEach(network -> {
            Map<String, String> values = new TreeMap<>(network.allShown());
            values.values().removeIf(String::isEmpty);
            String namespace = values.getOrDefault("metadata.namespace", "");
            values.keySet().removeIf(it -> it.startsWith("metadata."));
            String text = engine.draft(type, namespace, "fabric", values);
            Map<String, String> shown = shown(network, text);
            // A draft has lists with spaces in them.
            shown.replaceAll((_, it) -> it.startsWith("[ ") ? it.replace(" ", "") : it);
            assertThat(shown).as(text).isEqualTo(network.allShown());
        });
    }

    private static Stream<RandomNetwork> networks(String type) {
        return LongStream.range(0, MANY).mapToObj(i -> RandomNetwork.of(type, 1_000L * type.hashCode() + i));
    }

    private static String edit(String text, String field, String value) {
        try {
            return NetworkEdit.of(text).set(field, value);
        } catch (Refused e) {
            throw new AssertionError("%s = %s in%n%s".formatted(field, value, text), e);
        }
    }

    private static boolean isJson(String text) {
        try {
            return text.startsWith("{") && new JsonMapper().readTree(text).isObject();
        } catch (JsonProcessingException _) {
            return false;
        }
    }

    /// Of all fields of the form.
    private static Map<String, String> shown(RandomNetwork network, String text) {
        Manifest only = NetworkEdit.only(text).orElseThrow(() -> new AssertionError(text));
        Map<String, String> there = NetworkForm.of(only.object()).fields();
        Map<String, String> shown = new TreeMap<>();
        network.fields().forEach(it -> shown.put(it, there.getOrDefault(it, "")));
        return shown;
    }
}
