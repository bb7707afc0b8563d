package dev.multihoming.console.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The engine behind the console. Several requests may call it at once.
public interface Engine {
    /// Existing objects that one request looks at. A page is to come within seconds; a namespace leads to the others.
    int MOST_OBJECTS = 20_000;

    /// What `multihoming check -` prints of a text, and the same as data.
    Review check(String text);

    /// What `multihoming explain -` prints of a text.
    ///
    /// @throws Refused where there is nothing to explain
    String explain(String text);

    /// The networks of the files and of the cluster, in order of namespace and name.
    ///
    /// @param namespace that they are in; empty for all
    default Networks networks(String namespace) {
        return networks(new Selected(namespace, "", Integer.MAX_VALUE));
    }

    /// Those of them that a page shows; only these are judged.
    Networks networks(Selected selected);

    /// The YAML of one of those networks.
    Optional<String> network(String namespace, String name);

    /// A new network as YAML.
    ///
    /// @param fields of the plugin, by key; `ipam.` before a key leads into its IPAM config; `resource` names the
    ///     devices that the nodes advertise
    /// @throws Refused for a name, type or value that makes no network
    String draft(String type, String namespace, String name, Map<String, String> fields);

    /// The text with one field of its only network changed, and nothing else. An empty value removes the field.
    ///
    /// @param field as in [#draft]; also `metadata.name`, `metadata.namespace` and `resource`
    /// @throws Refused for a value of another type, and for a text that cannot be changed like this
    String edit(String text, String field, String value);

    /// The only network of a text, as a form shows it; empty for a text without one or with several.
    Optional<Form> form(String text);

    /// The page of that rule, in Markdown; empty for an unknown code.
    Optional<String> rulePage(String code);

    /// What networks give to pods.
    Attachments attachments();

    /// Networks seen together.
    Topology topology();

    /// A summary.
    ///
    /// @param namespace that it is about; empty for all
    Overview overview(String namespace);

    /// Policies and exemptions, and what a change of them does.
    PolicyChanges policies();

    /// What is in force.
    Governance governance();

    /// What the engine says of a text.
    ///
    /// @param text the report, as the command line prints it
    /// @param findings in the order of the text
    /// @param repaired the text with all repairs that can be written
    /// @param notices what was not known for want of the cluster, sentences
    record Review(String text, List<Finding> findings, String repaired, List<String> notices) {
        public Review {
            notices = List.copyOf(notices);
            findings = List.copyOf(findings);
        }
    }

    /// A network as a form shows it.
    ///
    /// @param type of its plugin; empty where its config cannot be read
    /// @param fields by key, as in [#edit]
    /// @param nodePolicy the NodeNetworkConfigurationPolicy to apply first; empty where the nodes need none
    record Form(String type, Map<String, String> fields, String nodePolicy) {
        public Form {
            fields = Map.copyOf(fields);
        }
    }

    /// One thing that it says.
    ///
    /// @param code of the rule; empty where no rule found it
    /// @param fact with the requirement that it breaks
    record Finding(int line, int column, String effect, String code, String title, String fact, String remedy) {}

    /// Which networks are shown.
    ///
    /// @param namespace that they are in; empty for all
    /// @param name that theirs contains
    /// @param most how many are shown
    record Selected(String namespace, String name, int most) {}

    /// The networks of the inputs.
    ///
    /// @param all that are shown
    /// @param notices what could not be read, each a sentence
    /// @param total how many are selected
    record Networks(List<Network> all, List<String> notices, int total) {
        public Networks {
            all = List.copyOf(all);
            notices = List.copyOf(notices);
        }

        public Networks(List<Network> all, List<String> notices) {
            this(all, notices, all.size());
        }
    }

    /// A network, as a list shows it.
    ///
    /// @param types of its plugins, in order
    /// @param source a file, or the cluster
    record Network(String namespace, String name, String types, String ipam, String source, int findings) {}

    /// What the engine does not do, and why: a sentence.
    final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Refused(String sentence) {
            super(sentence);
        }

        public Refused(String sentence, Throwable cause) {
            super(sentence, cause);
        }

        public String sentence() {
            return String.valueOf(getMessage());
        }
    }
}
