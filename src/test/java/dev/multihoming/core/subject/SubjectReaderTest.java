package dev.multihoming.core.subject;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SubjectReaderTest {
    @Test
    void theHostNetworkOfANewPodIsItsOwnWord() {
        assertThat(isOnHostNetwork(Operation.CREATE, true, false)).isTrue();
        assertThat(isOnHostNetwork(Operation.CREATE, false, false)).isFalse();
    }

    @Test
    void whatALaterRequestSaysOfTheHostNetworkIsNotBelieved() {
        assertThat(isOnHostNetwork(Operation.UPDATE, true, false)).isFalse();
        assertThat(isOnHostNetwork(Operation.UPDATE, false, true)).isTrue();
        assertThat(isOnHostNetwork(Operation.BINDING, true, true)).isFalse();
    }

    @Test
    void aConfigIsReadUpToTheLimitInBytes() {
        assertThat(nad("{\"a\":\"\u00E4\"}", 10).config()).isNotNull();
        assertThat(nad("{\"a\":\"\u00E4\"}", 9).config()).isNull();
        assertThat(nad("{\"a\":\"\u00E4\"}", 9).configText()).isNotNull();
    }

    private static boolean isOnHostNetwork(Operation operation, boolean now, boolean before) {
        return ((Pod) SubjectReader.pod("tenant-a", operation, pod(now), pod(before))).hostNetwork();
    }

    private static ObjectFields pod(boolean hostNetwork) {
        return new ObjectFields("web", "", NetworkAnnotations.NONE, hostNetwork, null);
    }

    private static Nad nad(String config, int maxConfigBytes) {
        ObjectFields now = new ObjectFields("blue", "", NetworkAnnotations.NONE, false, config);
        return (Nad) SubjectReader.nad("tenant-a", Operation.CREATE, now, ObjectFields.NONE, maxConfigBytes)
                .orElseThrow();
    }
}
