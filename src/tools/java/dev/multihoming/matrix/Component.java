package dev.multihoming.matrix;

import java.util.List;

/// Whose versions are tried, and by what.
enum Component {
    KUBERNETES("kubernetes", "Kubernetes", List.of("FixtureIT", "BypassIT", "KustomizeIT", "UpgradeIT", "demo")),
    MULTUS("multus", "Multus", List.of("NodeIT")),
    CNI_PLUGINS("cni-plugins", "CNI plugins", List.of("NodeIT"));

    private final String id;
    private final String heading;
    private final List<String> trials;

    Component(String id, String heading, List<String> trials) {
        this.id = id;
        this.heading = heading;
        this.trials = trials;
    }

    static Component of(String id) {
        for (Component component : values()) {
            if (component.id.equals(id)) {
                return component;
            }
        }
        throw new IllegalArgumentException("there is no component " + id);
    }

    String heading() {
        return heading;
    }

    List<String> trials() {
        return trials;
    }
}
