package dev.multihoming.cli.report;

import dev.multihoming.cli.manifest.ManifestVerdict;
import dev.multihoming.cli.manifest.Problem;
import dev.multihoming.core.review.Effect;
import java.util.EnumMap;
import java.util.Map;

/// What a check came to.
public final class CheckSummary {
    private final Map<Effect, Integer> problems = new EnumMap<>(Effect.class);
    private int files;
    private int objects;
    private int denied;
    private int foreign;
    private int unread;
    private int mended;
    private int hidden;
    private int notJudged;

    public void file() {
        files++;
    }

    public void judged(ManifestVerdict judgement) {
        objects++;
        denied += judgement.isDenied() ? 1 : 0;
        for (Problem problem : judgement.problems()) {
            problems.merge(problem.effect(), 1, Integer::sum);
        }
    }

    /// A document that is no object of Kubernetes.
    public void foreign() {
        foreign++;
    }

    public void unread() {
        unread++;
    }

    /// So many repairs stand in the files now.
    public void mended(int repairs) {
        mended += repairs;
    }

    /// So many warnings were hidden by a comment.
    public void hidden(int warnings) {
        hidden += warnings;
    }

    /// An object concerns networks, and no review sees it.
    public void notJudged() {
        notJudged++;
    }

    public int warningsHidden() {
        return hidden;
    }

    public int objectsNotJudged() {
        return notJudged;
    }

    public int files() {
        return files;
    }

    public int objects() {
        return objects;
    }

    /// How many objects would be denied.
    public int denied() {
        return denied;
    }

    public int foreignDocuments() {
        return foreign;
    }

    public int unreadFiles() {
        return unread;
    }

    public int repairsWritten() {
        return mended;
    }

    public int problems(Effect effect) {
        return problems.getOrDefault(effect, 0);
    }
}
