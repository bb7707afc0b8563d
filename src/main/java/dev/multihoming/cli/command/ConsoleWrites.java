package dev.multihoming.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.client.ClusterLogin;
import dev.multihoming.client.NetworkWriter;
import dev.multihoming.client.NetworkWriter.Answer;
import dev.multihoming.client.NetworkWriter.Mode;
import dev.multihoming.console.engine.Writes;
import dev.multihoming.core.multus.NadRef;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Writes networks of the console into a cluster. Each request connects anew, so a kubeconfig is read anew.
///
/// @param login whose rights they have
/// @param namespace of a text that names none; empty for that of the kubeconfig
/// @param most aliases make an object larger than its text, so both are bounded
record ConsoleWrites(ClusterLogin login, Optional<String> namespace, int most) implements Writes {
    /// etcd takes no larger request.
    static final int MOST_OF_OWN_PROCESS = 3 * 512 * 1024;

    /// Of one of many sessions.
    static final int MOST_OF_SHARED_PROCESS = 256 * 1024;

    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public Result plan(String text) {
        return connected(cluster -> {
            WrittenText written = WrittenText.of(text, namespace.orElseGet(cluster::namespace));
            if (written.object().toString().length() > most) {
                return tooLarge();
            }
            Verb verb = written.resourceVersion().isEmpty() ? Verb.CREATE : Verb.REPLACE;
            Answer answer = sent(cluster, verb, written.ref(), written.object(), Mode.DRY_RUN);
            if (!answer.isSuccess()) {
                return refused(cluster, verb, written.ref(), answer, written.object(), Mode.DRY_RUN);
            }
            return verb == Verb.CREATE
                    ? planned(cluster, verb, written, answer, "", List.of())
                    : replacement(cluster, written, answer);
        });
    }

    /// The state that is replaced is shown, too.
    private Result replacement(NetworkWriter cluster, WrittenText written, Answer answer) {
        Answer now = cluster.read(written.ref());
        if (!now.isSuccess()) {
            return planned(
                    cluster,
                    Verb.REPLACE,
                    written,
                    answer,
                    "",
                    List.of("You may not read the network, so what changes in it is not shown."));
        }
        return StoredNetwork.resourceVersion(now.body()).equals(written.resourceVersion())
                ? planned(cluster, Verb.REPLACE, written, answer, StoredNetwork.yaml(now.body()), List.of())
                : WriteRefusal.changedMeanwhile(
                        written.ref(), StoredNetwork.yaml(now.body()), StoredNetwork.yaml(written.object()));
    }

    private NotWritten tooLarge() {
        return NotWritten.because(
                "The network has more than %d KiB. Nothing was written. Apply it with kubectl.".formatted(most / 1024));
    }

    private Result planned(
            NetworkWriter cluster, Verb verb, WrittenText written, Answer answer, String before, List<String> notices) {
        ObjectNode object = StoredNetwork.toWrite(answer.body(), written.resourceVersion());
        String stored = object.toString();
        // What webhooks add is part of it.
        if (stored.length() > most) {
            return tooLarge();
        }
        Change change = new Change(
                cluster.cluster(),
                verb,
                written.ref().namespace(),
                written.ref().name(),
                stored,
                StoredNetwork.uid(object),
                written.resourceVersion());
        return new Planned(
                change,
                before,
                StoredNetwork.yaml(written.object()),
                StoredNetwork.yaml(answer.body()),
                answer.warnings(),
                List.of(),
                notices);
    }

    @Override
    public Result planDeletion(String where, String name) {
        NadRef ref = new NadRef(where, name);
        if (!ref.couldExist()) {
            return NotWritten.because("There is no such network.");
        }
        return connected(cluster -> {
            Answer now = cluster.read(ref);
            if (!now.isSuccess()) {
                return WriteRefusal.of(Verb.DELETE, ref, now, Mode.DRY_RUN);
            }
            String uid = StoredNetwork.uid(now.body());
            String version = StoredNetwork.resourceVersion(now.body());
            Answer answer = cluster.delete(ref, uid, version, Mode.DRY_RUN);
            if (!answer.isSuccess()) {
                return refused(cluster, Verb.DELETE, ref, answer, now.body(), Mode.DRY_RUN);
            }
            UsersInCluster.Found users = UsersInCluster.of(cluster.reading(), ref, now.body());
            return new Planned(
                    new Change(cluster.cluster(), Verb.DELETE, where, name, "", uid, version),
                    StoredNetwork.yaml(now.body()),
                    "",
                    "",
                    answer.warnings(),
                    users.found(),
                    users.notices());
        });
    }

    @Override
    public Result write(Change change) {
        NadRef ref = new NadRef(change.namespace(), change.name());
        return connected(cluster -> {
            if (!cluster.cluster().equals(change.cluster())) {
                return NotWritten.because(
                        "Your kubeconfig names another cluster now: %s. Nothing was written. Try again."
                                .formatted(cluster.cluster()));
            }
            JsonNode object = parsed(change.object());
            Answer answer = change.verb() == Verb.DELETE
                    ? cluster.delete(ref, change.uid(), change.resourceVersion(), Mode.WRITE)
                    : sent(cluster, change.verb(), ref, object, Mode.WRITE);
            if (!answer.isSuccess()) {
                return refused(cluster, change.verb(), ref, answer, object, Mode.WRITE);
            }
            return change.verb() == Verb.DELETE
                    ? new Written(change, "", "", answer.warnings())
                    : new Written(
                            change, StoredNetwork.yaml(object), StoredNetwork.yaml(answer.body()), answer.warnings());
        });
    }

    private static Answer sent(NetworkWriter cluster, Verb verb, NadRef ref, JsonNode object, Mode mode) {
        return verb == Verb.CREATE ? cluster.create(ref, object, mode) : cluster.replace(ref, object, mode);
    }

    /// A conflict is told with the object that is in the way, as far as it may be read.
    private static NotWritten refused(
            NetworkWriter cluster, Verb verb, NadRef ref, Answer answer, JsonNode asked, Mode mode) {
        if (!WriteRefusal.isConflict(answer)) {
            return WriteRefusal.of(verb, ref, answer, mode);
        }
        Answer now = cluster.read(ref);
        if (now.status() == HttpURLConnection.HTTP_NOT_FOUND) {
            return WriteRefusal.of(verb, ref, now, mode);
        }
        String current = now.isSuccess() ? StoredNetwork.yaml(now.body()) : "";
        String wanted = now.isSuccess() && verb != Verb.DELETE ? StoredNetwork.yaml(asked) : "";
        return verb == Verb.CREATE
                ? WriteRefusal.existsAlready(ref, current, wanted)
                : WriteRefusal.changedMeanwhile(ref, current, wanted);
    }

    private Result connected(Function<NetworkWriter, Result> step) {
        try (NetworkWriter cluster = login.writer().orElse(null)) {
            return cluster == null
                    ? NotWritten.because(
                            "There is no cluster: the kubeconfig has no current context. Set KUBECONFIG, or"
                                    + " log in. Drafts are still checked, and can be downloaded.")
                    : step.apply(cluster);
        }
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("it was written by this program", e);
        }
    }
}
