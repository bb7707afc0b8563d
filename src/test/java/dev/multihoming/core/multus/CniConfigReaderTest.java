package dev.multihoming.core.multus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.core.json.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CniConfigReaderTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{'type': 'bridge'} | SINGLE | bridge",
                "{'type': 'bridge', 'plugins': [{'type': 'dummy'}]} | SINGLE | bridge",
                "{'plugins': [{'type': 'bridge'}, {'type': 'tuning'}]} | LIST | bridge tuning",
                "{'type': '', 'plugins': [{'type': 'bridge'}]} | LIST | bridge",
                "{'type': null, 'plugins': [{'type': 'bridge'}]} | LIST | bridge",
                "{'type': 'bridge', 'type': 'macvlan'} | SINGLE | macvlan",
                "{'type': 'bridge', 'Type': 'macvlan'} | SINGLE | macvlan",
                "{'type': 'bridge', 'Type': null} | SINGLE | bridge",
                "{'Plugins': [{'type': 'bond'}]} | LIST | bond",
                "{'plugins': [null, 5, {'type': 'bond'}]} | LIST | bond",
                "{'plugins': {'type': 'bond'}} | LIST | ``",
                "{} | LIST | ``",
            })
    void multusTakesTheTypeFirst(String text, CniConfig.Form form, String types) {
        CniConfig config = CniConfigReader.read(text.replace('\'', '"'));

        assertThat(config.form()).isEqualTo(form);
        assertThat(String.join(
                        " ",
                        config.plugins().stream().map(CniConfig.Plugin::type).toList()))
                .isEqualTo(types);
    }

    @Test
    void aLaterNullEmptiesTheChain() {
        CniConfig config = CniConfigReader.read("{\"plugins\": [{\"type\": \"bridge\"}], \"Plugins\": null}");
        assertThat(config.form()).isEqualTo(CniConfig.Form.LIST);
        assertThat(config.plugins()).isEmpty();
    }

    @Test
    void aPluginOfAListIsFoundAtItsPlaceInTheList() {
        CniConfig config = CniConfigReader.read("{\"plugins\": [{\"type\": \"a\"}, 5, {\"type\": \"b\"}]}");

        assertThat(config.plugins())
                .extracting(plugin -> plugin.path().toString())
                .containsExactly("/plugins/0", "/plugins/2");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "[{'type': 'a'}] | 0 | it is an array, not a JSON object",
                "` null` | 1 | it is null, not a JSON object",
                "{'a': 1e400} | 6 | a number that is beyond what Multus can read",
                "{'a': [{'b': -1e309}]} | 13 | a number that is beyond what Multus can read",
            })
    void whatMultusCannotReadIsMalformed(String text, int offset, String fact) {
        assertThat(CniConfigReader.read(text.replace('\'', '"')).document())
                .isEqualTo(new Parsed.Malformed<>(offset, fact));
    }
}
