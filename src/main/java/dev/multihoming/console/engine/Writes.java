package dev.multihoming.console.engine;

import java.util.List;

/// Writes networks into the cluster, with the rights of its user. A write has two steps: the API server says what it
/// would do, and then exactly that is done. Several requests may call it at once.
public interface Writes {
    /// Characters of an object in JSON, and bytes of a text, that are taken at most.
    int most();

    /// What the API server would store of the only network of a text. It replaces the state of the object that the
    /// `resourceVersion` of the text names; without one it creates.
    Result plan(String text);

    /// What the API server would do if that network were deleted, and who uses it.
    Result planDeletion(String namespace, String name);

    /// Does what was planned, if the object is still in the state that the plan saw.
    Result write(Change change);

    /// What to do.
    enum Verb {
        CREATE,
        REPLACE,
        DELETE
    }

    /// What came of one step.
    sealed interface Result {}

    /// A write that was planned and not done.
    ///
    /// @param cluster where to, for a person, and to tell one cluster from another
    /// @param object to write, in JSON; empty for a deletion
    record Change(
            String cluster,
            Verb verb,
            String namespace,
            String name,
            String object,
            String uid,
            String resourceVersion) {}

    /// The API server would do it.
    ///
    /// @param before YAML of the object in the cluster; empty where there is none, or it may not be read
    /// @param asked YAML of what was sent; empty for a deletion
    /// @param stored YAML of what would be stored; empty for a deletion
    /// @param warnings of the API server and its webhooks
    /// @param users of a network that is to be deleted
    /// @param notices what is not known, sentences
    record Planned(
            Change change,
            String before,
            String asked,
            String stored,
            List<String> warnings,
            List<String> users,
            List<String> notices)
            implements Result {
        public Planned {
            warnings = List.copyOf(warnings);
            users = List.copyOf(users);
            notices = List.copyOf(notices);
        }
    }

    /// It is done.
    ///
    /// @param planned YAML of what was to be stored
    /// @param stored YAML of what the API server stored
    record Written(Change change, String planned, String stored, List<String> warnings) implements Result {
        public Written {
            warnings = List.copyOf(warnings);
        }
    }

    /// It is not done, or would not be.
    ///
    /// @param sentence what is missing and what still works
    /// @param message of the API server or a webhook: any text
    /// @param rules whose codes the message has
    /// @param isConflict whether someone else has changed or created the network
    /// @param current YAML of the object in the cluster, where it shows the conflict
    /// @param asked YAML of what was to be stored, likewise
    record NotWritten(
            String sentence, String message, List<String> rules, boolean isConflict, String current, String asked)
            implements Result {
        public NotWritten {
            rules = List.copyOf(rules);
        }

        /// Without a message of the cluster.
        public static NotWritten because(String sentence) {
            return new NotWritten(sentence, "", List.of(), false, "", "");
        }
    }
}
