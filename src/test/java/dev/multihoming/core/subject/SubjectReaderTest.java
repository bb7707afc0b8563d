package dev.multihoming.core.subject;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SubjectReaderTest {
    @Test
    void theHostNetworkOfANewPodIsItsOwnWord() {
        assertThat(isOnHostNetwork(Arrival.CREATE, true, false)).isTrue();
        assertThat(isOnHostNetwork(Arrival.CREATE, false, false)).isFalse();
    }

    @Test
    void whatALaterRequestSaysOfTheHostNetworkIsNotBelieved() {
        assertThat(isOnHostNetwork(Arrival.UPDATE, true, false)).isFalse();
        assertThat(isOnHostNetwork(Arrival.UPDATE, false, true)).isTrue();
        assertThat(isOnHostNetwork(Arrival.BINDING, true, true)).isFalse();
    }

    @Test
    void aConfigIsReadUpToTheLimitInBytes() {
        assertThat(nad("{\"a\":\"\u00E4\"}", 10).config()).isNotNull();
        assertThat(nad("{\"a\":\"\u00E4\"}", 9).config()).isNull();
        assertThat(nad("{\"a\":\"\u00E4\"}", 9).configText()).isNotNull();
    }

    private static boolean isOnHostNetwork(Arrival arrival, boolean now, boolean before) {
        return ((Pod) SubjectReader.pod("tenant-a", arrival, pod(now), pod(before))).hostNetwork();
    }

    private static ObjectFields pod(boolean hostNetwork) {
        return new ObjectFields("web", "", NetworkAnnotations.NONE, hostNetwork, null);
    }

    private static Nad nad(String config, int maxConfigBytes) {
        ObjectFields now = new ObjectFields("blue", "", NetworkAnnotations.NONE, false, config);
        return (Nad) SubjectReader.nad("tenant-a", Arrival.CREATE, now, ObjectFields.NONE, maxConfigBytes)
                .orElseThrow();
    }
}
