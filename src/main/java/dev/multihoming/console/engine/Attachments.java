package dev.multihoming.console.engine;

import dev.multihoming.console.engine.Engine.Finding;
import java.util.List;
import java.util.Optional;

/// What networks give to pods: one network with its users, the objects that ask for networks, and the attachment of a
/// network to one of them. Nothing is told of objects that the caller may not list.
public interface Attachments {
    /// All about one network; empty for one that is not there.
    ///
    /// @throws Engine.Refused where the networks of its namespace may not be listed
    Optional<Details> network(String namespace, String name);

    /// The pods, workloads and virtual machines that ask for networks, in order of namespace, kind and name.
    Workloads workloads(Filter filter);

    /// The YAML of one of them; empty for one that is not there.
    ///
    /// @throws Engine.Refused where it may not be read
    Optional<String> manifest(Target target);

    /// Names of networks for an object of that namespace, as its annotation would write them.
    List<String> choices(String namespace);

    /// The text with one more network for the target, and nothing else changed.
    ///
    /// @throws Engine.Refused for a text that cannot be changed like this
    String attach(String text, Target target, Selection selection);

    /// The interfaces that `multihoming explain` predicts for the target in a text.
    ///
    /// @throws Engine.Refused where the text has no such object
    Interfaces interfaces(String text, Target target);

    /// An object of a text; where all parts are empty, the only one that can ask for networks.
    record Target(String kind, String namespace, String name) {
        public static final Target ONLY = new Target("", "", "");
    }

    /// What an annotation asks for.
    ///
    /// @param network `NAME`, or `NAMESPACE/NAME`
    /// @param interfaceName empty for the one that Multus gives
    /// @param ips separated by commas or spaces; empty for none
    /// @param mac empty for the one that the plugin gives
    record Selection(String network, String interfaceName, String ips, String mac) {}

    /// A table of the engine: the first line has the headings.
    ///
    /// @param remarks sentences beside it
    record Interfaces(List<List<String>> lines, List<String> remarks) {
        public Interfaces {
            lines = List.copyOf(lines);
            remarks = List.copyOf(remarks);
        }
    }

    /// One network.
    ///
    /// @param facts of its config, each a label and a value
    /// @param gets what a pod gets that selects it
    /// @param segments that it is on
    /// @param nodes its links on the nodes, the first line with headings; empty where nothing is known of the nodes
    /// @param consequences of a change and of a deletion, sentences
    /// @param notices what could not be read, sentences
    record Details(
            Target network,
            String source,
            List<Fact> facts,
            Interfaces gets,
            List<Finding> findings,
            List<Segment> segments,
            List<User> users,
            List<List<String>> nodes,
            List<String> consequences,
            String yaml,
            List<String> notices) {
        public Details {
            facts = List.copyOf(facts);
            findings = List.copyOf(findings);
            segments = List.copyOf(segments);
            users = List.copyOf(users);
            nodes = List.copyOf(nodes);
            consequences = List.copyOf(consequences);
            notices = List.copyOf(notices);
        }
    }

    /// A label and its value.
    record Fact(String label, String value) {}

    /// A segment, and the other networks on it.
    record Segment(String name, List<String> neighbors) {
        public Segment {
            neighbors = List.copyOf(neighbors);
        }
    }

    /// An object that uses a network.
    ///
    /// @param pods that it has now
    record User(Target object, int pods) {}

    /// Which objects are listed.
    ///
    /// @param namespace empty for all
    /// @param name that theirs contains
    /// @param network `NAMESPACE/NAME` that they ask for; empty for any
    record Filter(String namespace, String name, String network) {}

    /// Objects that ask for networks.
    ///
    /// @param total how many there are
    /// @param shown the first of them
    record Workloads(int total, List<Workload> shown, List<String> notices) {
        public Workloads {
            shown = List.copyOf(shown);
            notices = List.copyOf(notices);
        }
    }

    /// One of them.
    ///
    /// @param owner that makes it again, such as `ReplicaSet/web`; empty for none
    /// @param requested each network, as the object asks for it
    /// @param reports whether Multus reports its interfaces: only of a pod that runs
    /// @param remarks on the prediction, sentences
    record Workload(
            Target object,
            String owner,
            List<String> requested,
            List<Interface> interfaces,
            boolean reports,
            List<String> remarks,
            int findings,
            String source) {
        public Workload {
            requested = List.copyOf(requested);
            interfaces = List.copyOf(interfaces);
            remarks = List.copyOf(remarks);
        }

        /// Whether Multus reports anything but what is predicted.
        public boolean differs() {
            return reports
                    && interfaces.stream().anyMatch(it -> !it.difference().isEmpty());
        }
    }

    /// An interface, as it is predicted and as Multus reports it.
    ///
    /// @param predicted what it is connected to; empty where it is not predicted
    /// @param reported its addresses; empty where Multus does not report it
    /// @param difference in words; empty for none
    record Interface(String name, String network, String predicted, String reported, String difference) {}
}
