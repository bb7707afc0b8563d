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
        assertThat(settings.multus().interfaceOffset()).isEqualTo(2);
        assertThat(settings.multus().namespace()).isEqualTo("multus");
        assertThat(settings.sizes().networks()).isEqualTo(3);
        assertThat(settings.sizes().configBytes()).isEqualTo(1024);
        assertThat(settings.references().foreign()).containsExactlyInAnyOrder("infra", "default/x");
        assertThat(settings.accounts().interfaceNaming()).containsExactly("a");
        assertThat(settings.accounts().networkOwners()).containsExactly("b");
        assertThat(settings.multus().nestedPluginTypes())
                .containsExactlyInAnyOrder("multus", "multus-shim", "my-multus");
        assertThat(settings.pods().injectNodeNeeds()).isFalse();
        assertThat(settings.pods().enforceTemplates()).isTrue();
        assertThat(settings.references().ovnDefaultNamespace()).isEqualTo("ovn");
        assertThat(settings.references().machineBindings()).containsExactly("infra/binding");
        assertThat(settings.networks().clusterRanges()).containsExactly("10.128.0.0/14");
    }

    @Test
    void anEmptyValueIsAnEmptyList() {
        assertThat(settings(Map.of("multihoming.allowed-foreign-references", ""))
                        .references()
                        .foreign())
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
