package dev.multihoming.core.review;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a rule is, for its messages, its page and its registration.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RuleCard {
    /// `MH` and three digits; never reused.
    String code();

    /// Kebab case; names what the rule finds, so that "allow cross-namespace-network" is a sentence.
    String name();

    /// One sentence for the index.
    String summary();

    /// The requirement that a finding breaks, as part of a sentence: no capital, no full stop.
    String requirement();

    /// Markdown paragraphs: why the rule exists, with what the node would do.
    String why();

    /// Markdown paragraphs: how to satisfy it.
    String remedy();

    /// The first version that had it.
    String since();

    /// What the built-in policy does with its findings.
    Mode mode() default Mode.ENFORCE;

    /// Whether it finds that there is more than the other rules look at. Where it does not deny, they look all the
    /// same.
    boolean limit() default false;

    /// Whether it refuses a network that the other rules then do not ask the cluster about. Where it does not
    /// deny, they still look whether that network harms a node.
    boolean hides() default false;

    /// Whether it also looks at a network that such a rule refuses, where that does not deny.
    boolean abroad() default false;
}
