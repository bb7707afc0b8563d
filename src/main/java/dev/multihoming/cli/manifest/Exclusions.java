package dev.multihoming.cli.manifest;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;

/// What is left out of folders, by globs as in `.gitignore`: one without a slash is of a name anywhere, one
/// with a slash of a path from the folder that was named. A folder stands for all in it.
public final class Exclusions {
    static final Exclusions NONE = new Exclusions(List.of());

    private final List<Glob> globs;

    private Exclusions(List<Glob> globs) {
        this.globs = List.copyOf(globs);
    }

    /// By these globs.
    ///
    /// @throws CannotRun for a glob that cannot be read
    public static Exclusions of(List<String> globs) {
        return new Exclusions(globs.stream().map(Glob::of).toList());
    }

    /// `file` is relative to the folder that was named.
    boolean cover(Path file) {
        return globs.stream()
                .anyMatch(glob ->
                        IntStream.rangeClosed(1, file.getNameCount()).anyMatch(depth -> glob.matches(file, depth)));
    }

    private record Glob(PathMatcher matcher, boolean isOfName) {
        static Glob of(String written) {
            String glob = written.replaceFirst("^\\./", "").replaceFirst("/+$", "");
            try {
                return new Glob(FileSystems.getDefault().getPathMatcher("glob:" + glob), !glob.contains("/"));
            } catch (PatternSyntaxException e) {
                throw new CannotRun("--exclude " + written + " is no glob: " + e.getDescription() + ".", e);
            }
        }

        /// Whether it is of the file, or of the folder so many steps below.
        boolean matches(Path file, int depth) {
            return matcher.matches(isOfName ? file.getName(depth - 1) : file.subpath(0, depth));
        }
    }
}
