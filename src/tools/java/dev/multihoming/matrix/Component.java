package dev.multihoming.matrix;

import java.util.List;

/// Whose versions are tried, and by what.
///
/// @param id in the names of rows
/// @param trials integration tests, and the demo
record Component(String id, String heading, List<String> trials) {
    static final Component KUBERNETES = new Component(
            "kubernetes", "Kubernetes", List.of("FixtureIT", "BypassIT", "KustomizeIT", "UpgradeIT", "demo"));
    static final Component MULTUS = new Component("multus", "Multus", List.of("NodeIT"));
    static final Component CNI_PLUGINS = new Component("cni-plugins", "CNI plugins", List.of("NodeIT"));

    static final List<Component> ALL = List.of(KUBERNETES, MULTUS, CNI_PLUGINS);

    Component {
        trials = List.copyOf(trials);
    }

    static Component of(String id) {
        return ALL.stream()
                .filter(component -> component.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no component " + id));
    }
}
