package dev.multihoming.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.cli.manifest.ExternalNetworks;
import dev.multihoming.cli.manifest.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A page looks at so many objects of the namespace that it is about, however many there are elsewhere.
class FirstObjectsTest {
    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata: {name: %s, namespace: %s}
            ---
            """;

    private final List<String> seen = new ArrayList<>();

    @Test
    void objectsOfOtherNamespacesDoNotCount() {
        assertThat(looked(2, "shop")).isEmpty();
        assertThat(seen).containsExactly("a", "b", "c", "mine", "d", "mine-too");
    }

    @Test
    void whereThereAreMoreTheFirstAreSeen() {
        assertThat(looked(1, "shop"))
                .containsExactly("Only the first 1 objects were looked at; choose a namespace to see all of it.");
        assertThat(seen).containsExactly("a", "b", "c", "mine", "d");
    }

    @Test
    void allCountWhereNoNamespaceIsChosen() {
        assertThat(looked(6, null)).isEmpty();
        assertThat(looked(5, null)).hasSize(1);
        assertThat(looked(0, null)).hasSize(1);
    }

    private List<String> looked(int most, @Nullable String namespace) {
        seen.clear();
        String text = POD.formatted("a", "x")
                + POD.formatted("b", "x")
                + POD.formatted("c", "x")
                + POD.formatted("mine", "shop")
                + POD.formatted("d", "x")
                + POD.formatted("mine-too", "shop");
        ExistingObjects objects = new ExistingObjects(
                FileObjects.of(List.of(Input.pasted(text)), "default"), Optional.empty(), ExternalNetworks.UNKNOWN);
        return new FirstObjects(most, namespace).each(objects, it -> seen.add(it.name()));
    }
}
