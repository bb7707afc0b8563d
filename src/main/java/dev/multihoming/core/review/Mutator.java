package dev.multihoming.core.review;

import dev.multihoming.core.subject.Subject;
import java.util.List;

/// A rule that can also mend: on CREATE or UPDATE as it decides, and only where no finding denies the request.
///
/// What it would mend it does not find in [Phase#MUTATE]. Pure like every rule; repairing a repaired subject
/// changes nothing.
public interface Mutator<S extends Subject> extends Rule<S> {
    /// The repairs, in the order of the text; empty where there is nothing to do.
    List<Mutation> repair(S subject, Context context);
}
