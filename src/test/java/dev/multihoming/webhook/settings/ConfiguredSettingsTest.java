package dev.multihoming.webhook.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.multihoming.core.review.Settings;
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
        Settings settings = settings(Map.ofEntries(
                Map.entry("multihoming.interface-offset", "2"),
                Map.entry("multihoming.multus-namespace", "multus"),
                Map.entry("multihoming.max-networks", "3"),
                Map.entry("multihoming.max-config-size", "1K"),
                Map.entry("multihoming.allowed-foreign-references", "infra,default/x"),
                Map.entry("multihoming.interface-naming-exempt-users", "a"),
                Map.entry("multihoming.network-owners", "b"),
                Map.entry("multihoming.nested-plugin-types", "my-multus"),
                Map.entry("multihoming.inject-node-needs", "false"),
                Map.entry("multihoming.enforce-templates", "true"),
                Map.entry("multihoming.ovn-default-namespace", "ovn"),
                Map.entry("multihoming.machine-binding-references", "infra/binding"),
                Map.entry("multihoming.cluster-ranges", "10.128.0.0/14")));
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
        assertThat(settings.ovnDefaultNamespace()).isEqualTo("ovn");
        assertThat(settings.machineBindingReferences()).containsExactly("infra/binding");
        assertThat(settings.clusterRanges()).containsExactly("10.128.0.0/14");
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
    void aRangeThatIsNoneStopsTheStart() {
        assertThatThrownBy(() -> settings(Map.of("multihoming.cluster-ranges", "10.128.0.0")))
                .hasMessageContaining("10.128.0.0, which is no address");
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
