package dev.multihoming.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.multihoming.client.NetworkWriter.Answer;
import dev.multihoming.client.NetworkWriter.Mode;
import dev.multihoming.console.engine.Writes.NotWritten;
import dev.multihoming.console.engine.Writes.Verb;
import dev.multihoming.core.multus.NadRef;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WriteRefusalTest {
    private static final NadRef REF = new NadRef("shop", "storage");
    private static final String PREFIX = "network-attachment-definitions.k8s.cni.cncf.io";

    /// Messages as a real API server writes them.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "403|network-attachment-definitions.k8s.cni.cncf.io is forbidden: User \"ann\" cannot create resource"
                        + "|You may not create networks in namespace shop.",
                "403|network-attachment-definitions.k8s.cni.cncf.io \"storage\" is forbidden: exceeded quota: q"
                        + "|The API server forbids this.",
                "403|admission webhook \"nads\" denied the request: MH201|An admission webhook of the cluster denies",
                "409|admission webhook \"x\" denied the request: User |An admission webhook of the cluster denies",
                "422|network-attachment-definitions.k8s.cni.cncf.io \"storage\" is forbidden:"
                        + " ValidatingAdmissionPolicy 'net' with binding 'net' denied request: no"
                        + "|An admission policy of the cluster denies",
                "500|Internal error occurred: failed calling webhook \"x\": refused|The API server cannot call",
                "401|Unauthorized|your login may have expired",
                "404|namespaces \"shop\" not found|There is no namespace shop.",
                "404|the server could not find the requested resource|Multus is not installed",
                "422|spec.config: Invalid value|The API server rejected this object.",
                "400|strict decoding error: unknown field \"spec.x\"|The API server rejected this object.",
                "429|too many requests|The API server is busy.",
                "503|x|The API server answered with status 503.",
                "0|x|The cluster does not answer."
            })
    void eachSaysWhatIsMissing(int status, String message, String sentence) {
        assertThat(refusal(Verb.CREATE, status, message, Mode.DRY_RUN).sentence())
                .contains(sentence);
    }

    @Test
    void anObjectThatIsGoneIsNotAMissingResource() {
        String gone = PREFIX + " \"storage\" not found";
        assertThat(refusal(Verb.REPLACE, 404, gone, Mode.WRITE).sentence()).contains("nothing was replaced");
        assertThat(refusal(Verb.DELETE, 404, gone, Mode.WRITE).sentence())
                .isEqualTo("There is no network shop/storage in the cluster.");
    }

    /// Of what the API server refused, and not of what was to be done: a name of a user may say anything.
    @Test
    void theVerbIsThatOfTheRefusedRequest() {
        String read =
                PREFIX + " \"storage\" is forbidden: User \"a\\\" cannot list resource\" cannot get resource \"x\"";
        assertThat(refusal(Verb.DELETE, 403, read, Mode.DRY_RUN).sentence())
                .startsWith("You may not read networks in namespace shop.")
                .contains("the verb get");
    }

    @Test
    void aWriteWithoutAnAnswerIsUnknown() {
        assertThat(refusal(Verb.CREATE, 0, "", Mode.WRITE).sentence())
                .startsWith("The cluster did not answer. Whether shop/storage was written is unknown");
    }

    /// A webhook can write anything; what it writes must not pass for what the API server says.
    @Test
    void theTextOfAWebhookDoesNotChooseTheSentence() {
        String hostile = "admission webhook \"x\" denied the request: failed calling webhook \"y\" <script>MH201 MH999";
        NotWritten refused = refusal(Verb.CREATE, 403, hostile, Mode.DRY_RUN);
        assertThat(refused.sentence()).startsWith("An admission webhook of the cluster denies");
        assertThat(refused.message()).isEqualTo(hostile);
        assertThat(refused.rules()).containsExactly("MH201");
    }

    @Test
    void aDenialIsNoConflict() {
        assertThat(WriteRefusal.isConflict(answer(409, "the object has been modified")))
                .isTrue();
        assertThat(WriteRefusal.isConflict(answer(409, "admission webhook \"x\" denied the request: no")))
                .isFalse();
    }

    private static NotWritten refusal(Verb verb, int status, String message, Mode mode) {
        return WriteRefusal.of(verb, REF, answer(status, message), mode);
    }

    private static Answer answer(int status, String message) {
        return new Answer(status, JsonNodeFactory.instance.objectNode().put("message", message), List.of());
    }
}
