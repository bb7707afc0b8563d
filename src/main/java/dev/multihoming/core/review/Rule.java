package dev.multihoming.core.review;

import dev.multihoming.core.subject.Subject;
import java.util.List;

/// One rule, looked for in one kind of subject.
///
/// Pure: the same subject and context give the same violations, in the order of the text. A rule never
/// mutates, logs or waits. Implementations carry a [RuleCard].
public interface Rule<S extends Subject> {
    List<Violation> find(S subject, Context context);
}
