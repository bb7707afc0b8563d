package dev.multihoming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MultihomingTest {
    private static final String MANAGER = "java.util.logging.manager";

    private final Logger root = Logger.getLogger("");
    private final Level before = root.getLevel();
    private final String manager = System.getProperty(MANAGER, "");

    @BeforeEach
    void librariesLog() {
        root.setLevel(Level.ALL);
    }

    @AfterEach
    void asBefore() {
        root.setLevel(before);
        if (manager.isEmpty()) {
            System.clearProperty(MANAGER);
        } else {
            System.setProperty(MANAGER, manager);
        }
    }

    /// Records that are not written are kept, with all that they mention: 300 MiB for a list of 50,000 pods.
    @Test
    void nothingThatALibraryLogsIsKept() {
        Multihoming.silenceLibraries();

        assertThat(Logger.getLogger("io.fabric8.kubernetes.client").isLoggable(Level.SEVERE))
                .isFalse();
    }
}
