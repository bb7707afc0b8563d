package dev.multihoming.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class LinkedLibrariesTest {
    private static final Set<String> OWN = Set.of("libjvm.so", "libjava.so", "libjli.so");

    @Test
    void ofADistributionsJavaItIsTheSystems() {
        Set<String> libraries = LinkedLibraries.beside(OWN, """
                /opt/java/bin/java:
                \tlinux-vdso.so.1 (0x00007ffd3d5f2000)
                \tlibz.so.1 => /lib/x86_64-linux-gnu/libz.so.1 (0x00007f1)
                \tlibjli.so => /opt/java/bin/../lib/libjli.so (0x00007f2)
                \tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f3)
                \t/lib64/ld-linux-x86-64.so.2 (0x00007f4)
                /opt/java/lib/libjava.so:
                \tlibjvm.so => not found
                /opt/java/lib/server/libjvm.so:
                \tlibstdc++.so.6 => /lib/x86_64-linux-gnu/libstdc++.so.6 (0x00007f5)
                \tlibm.so.6 => /lib/x86_64-linux-gnu/libm.so.6 (0x00007f6)
                \tlibgcc_s.so.1 => /lib/x86_64-linux-gnu/libgcc_s.so.1 (0x00007f7)
                """);

        assertThat(libraries).containsExactly("libgcc_s.so.1", "libstdc++.so.6", "libz.so.1");
        assertThat(LinkedLibraries.packages(libraries)).containsExactly("libgcc-s1", "libstdc++6", "zlib1g");
    }

    @Test
    void whatNobodyKnowsIsTold() {
        assertThatThrownBy(() -> LinkedLibraries.beside(OWN, "\tlibunusual.so.3 => not found\n"))
                .hasMessageContaining("linked with libunusual.so.3");
    }
}
