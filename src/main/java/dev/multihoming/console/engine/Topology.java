package dev.multihoming.console.engine;

import dev.multihoming.console.engine.Attachments.Target;
import java.util.List;

/// Networks seen together. Nothing is told of objects that the caller may not list.
public interface Topology {
    /// Networks by the layer-2 segment that they are on, as `multihoming networks --by segment` lists them.
    Segments segments(Filter filter);

    /// Which segments are shown.
    ///
    /// @param namespace that some network on them is in; empty for all
    /// @param name that the name of some network on them contains
    /// @param shared only segments that networks of two or more namespaces are on
    /// @param overlaps only networks that may assign an address which another network of their segment assigns too
    /// @param users whether to count the users of each network, which reads all pods
    /// @param most how many networks are shown
    record Filter(String namespace, String name, boolean shared, boolean overlaps, boolean users, int most) {}

    /// Segments, in order.
    ///
    /// @param heads of the columns of each network
    /// @param segments how many there are
    /// @param networks how many lines they have; a network has one for each of its segments
    /// @param shown the first of them
    /// @param remarks on them, sentences
    /// @param notices what could not be read, sentences
    record Segments(
            List<String> heads,
            int segments,
            int networks,
            List<Segment> shown,
            List<String> remarks,
            List<String> notices) {
        public Segments {
            heads = List.copyOf(heads);
            shown = List.copyOf(shown);
            remarks = List.copyOf(remarks);
            notices = List.copyOf(notices);
        }
    }

    /// A segment.
    ///
    /// @param name in words
    /// @param namespaces of its networks, also of those that a filter leaves out; 0 where the segment is not known
    /// @param lines of its networks, the first of them
    record Segment(String name, int namespaces, List<Line> lines) {
        public Segment {
            lines = List.copyOf(lines);
        }

        /// Whether networks of two or more namespaces are on it.
        public boolean isShared() {
            return namespaces > 1;
        }
    }

    /// A network on a segment.
    ///
    /// @param overlaps whether addresses of it overlap with those of another network of the segment
    record Line(Target network, boolean overlaps, List<String> cells) {
        public Line {
            cells = List.copyOf(cells);
        }
    }
}
