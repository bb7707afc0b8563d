package dev.multihoming.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.multihoming.review.Settings;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfiguredSettingsTest {
    @Test
    void nothingConfiguredMeansTheBuiltInValues() {
        assertThat(settings(Map.of())).isEqualTo(Settings.DEFAULTS);
    }

    @Test
    void everySettingIsRead() {
        Settings settings = settings(Map.of(
                "multihoming.interface-offset", "2",
                "multihoming.multus-namespace", "multus",
                "multihoming.max-networks", "3",
                "multihoming.max-config-size", "1K",
                "multihoming.allowed-foreign-references", "infra,default/x",
                "multihoming.interface-naming-exempt-users", "a",
                "multihoming.network-owners", "b",
                "multihoming.nested-plugin-types", "my-multus",
                "multihoming.inject-node-needs", "false",
                "multihoming.enforce-templates", "true"));
        assertThat(settings.interfaceOffset()).isEqualTo(2);
        assertThat(settings.multusNamespace()).isEqualTo("multus");
        assertThat(settings.maxNetworks()).isEqualTo(3);
        assertThat(settings.maxConfigBytes()).isEqualTo(1024);
        assertThat(settings.allowedForeignReferences()).containsExactlyInAnyOrder("infra", "default/x");
        assertThat(settings.interfaceNamingExemptUsers()).containsExactly("a");
        assertThat(settings.networkOwners()).containsExactly("b");
        assertThat(settings.nestedPluginTypes()).containsExactlyInAnyOrder("multus", "multus-shim", "my-multus");
        assertThat(settings.injectNodeNeeds()).isFalse();
        assertThat(settings.enforceTemplates()).isTrue();
    }

    @Test
    void anEmptyValueIsAnEmptyList() {
        assertThat(settings(Map.of("multihoming.allowed-foreign-references", ""))
                        .allowedForeignReferences())
                .isEmpty();
    }

    @Test
    void aValueThatNobodyCanMeanStopsTheStart() {
        assertThatThrownBy(() -> settings(Map.of("multihoming.max-networks", "0")))
                .hasMessage("multihoming.max-networks is 0; it must be at least 1.");
    }

    @Test
    void aRuleThatDoesNotExistStopsTheStart() {
        Configuration configuration = configuration(Map.of("multihoming.enforced-rules", "MH224,MH000"));
        assertThatThrownBy(() -> ConfiguredSettings.policy(configuration)).hasMessage("The rule MH000 is no rule.");
    }

    private static Settings settings(Map<String, String> properties) {
        return ConfiguredSettings.of(configuration(properties));
    }

    private static Configuration configuration(Map<String, String> properties) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(Configuration.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build();
        return config.getConfigMapping(Configuration.class);
    }
}
