package dev.multihoming.console.engine;

import dev.multihoming.console.engine.Attachments.Target;
import java.util.List;

/// A summary of networks, of the findings in existing objects and of the installation. Nothing is told or counted of
/// objects that the caller may not list.
///
/// @param installation what `multihoming doctor` says of parts that reads tell about; none without a cluster
/// @param notices what could not be read, sentences
public record Overview(Networks networks, Findings findings, List<Part> installation, List<String> notices) {
    public Overview {
        installation = List.copyOf(installation);
        notices = List.copyOf(notices);
    }

    /// Numbers of networks and segments.
    ///
    /// @param shared segments that networks of two or more namespaces are on
    /// @param overlapping networks that may assign an address which another network of their segment assigns too
    public record Networks(int networks, int segments, int shared, int overlapping) {}

    /// What the policies in force would say of existing objects if they were created again now.
    ///
    /// @param objects that were judged
    /// @param denied of them
    /// @param warned of them
    /// @param namespaces with the most findings, which have a column each
    /// @param moreNamespaces how many others have findings
    public record Findings(
            int objects,
            int denied,
            int warned,
            List<String> namespaces,
            int moreNamespaces,
            List<Rule> rules,
            List<Worst> worst) {
        public static final Findings NONE = new Findings(0, 0, 0, List.of(), 0, List.of(), List.of());

        public Findings {
            namespaces = List.copyOf(namespaces);
            rules = List.copyOf(rules);
            worst = List.copyOf(worst);
        }
    }

    /// A rule that finds something.
    ///
    /// @param effect the gravest of its findings
    /// @param total objects that it finds something in
    /// @param counts of them, for each of the namespaces
    public record Rule(String code, String name, String effect, int total, List<Integer> counts) {
        public Rule {
            counts = List.copyOf(counts);
        }
    }

    /// An object with many findings.
    ///
    /// @param denied how many rules deny it
    public record Worst(Target object, int denied, List<String> codes) {
        public Worst {
            codes = List.copyOf(codes);
        }
    }

    /// A part of the installation.
    ///
    /// @param grade `ok`, `warning`, `problem` or `not permitted`
    /// @param advice what to do; empty for nothing
    public record Part(String subject, String grade, String fact, String advice) {}
}
