package dev.multihoming.core.multus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.Parsed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffectiveCniVersionTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{'type': 'a'} | ``",
                "{'type': 'a', 'cniVersion': '0.3.1'} | 0.3.1",
                "{'type': 'a', 'cniVersion': '0.3.1', 'cniVersions': ['1.0.0']} | 0.3.1",
                "{'cniVersion': '0.3.1', 'cniVersions': ['1.0.0', '0.4.0']} | 1.0.0",
                "{'cniVersion': '1.1.0', 'cniVersions': ['0.4.0']} | 1.1.0",
                "{'cniVersions': ['0.4.0', '1.0.0', '1.2.0']} | 1.0.0",
                "{'cniVersion': '1.2.0', 'cniVersions': ['1.0.0']} | 1.0.0",
                "{'cniVersion': '1.2.0', 'cniVersions': []} | 1.2.0",
                "{'cniVersions': ['1.2.0']} | ``",
                "{'cniVersion': '0.10.0', 'cniVersions': ['0.9.0']} | 0.10.0",
            })
    void libcniTakesTheHighestItImplements(String text, String version) {
        CniConfig config = CniConfigReader.read(text.replace('\'', '"'));
        switch (config.document()) {
            case Parsed.Ok<JsonObject>(JsonObject document) ->
                assertThat(EffectiveCniVersion.of(document, config.form())).isEqualTo(version);
            case Parsed.Malformed<JsonObject> malformed -> throw new AssertionError(malformed);
        }
    }
}
