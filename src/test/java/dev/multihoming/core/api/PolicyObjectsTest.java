package dev.multihoming.core.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyObjectsTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void aNullInAListOfAnExemptionIsLeftOut() throws JsonProcessingException {
        MultiHomingExemption exemption = PolicyObjects.exemption(JSON.readTree("""
                {"metadata": {"name": "a"}, "spec": {"objects": [null, {"kind": "Pod", "name": "web"}],
                 "namespaces": ["tenant-a", null], "requesters": {"users": [null]}}}
                """));

        assertThat(exemption.getSpec().objects()).extracting(it -> it.kind()).containsExactly("Pod");
        assertThat(exemption.getSpec().namespaces()).containsExactly("tenant-a");
        assertThat(exemption.getSpec().requesters())
                .extracting(requesters -> requesters.users())
                .isEqualTo(List.of());
    }

    @Test
    void aNullInAListOfAPolicyIsLeftOut() throws JsonProcessingException {
        MultiHomingPolicy policy = PolicyObjects.policy(JSON.readTree("""
                {"metadata": {"name": "a"}, "spec": {"namespaces": [null], "rules": {"MH105": null},
                 "limits": {"pluginTypes": ["bridge", null]}}}
                """));

        assertThat(policy.getSpec().namespaces()).isEmpty();
        assertThat(policy.getSpec().rules()).isEmpty();
        assertThat(policy.getSpec().limits())
                .extracting(limits -> limits.pluginTypes())
                .isEqualTo(List.of("bridge"));
    }
}
