package dev.multihoming.image;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What stands under the application: glibc, a locale, accounts, and the Java runtime. No shell, no package manager.
///
/// @param folder its files, as they lie in the image
record BaseSystem(Path folder, JavaRuntime java, List<DebianPackage> packages) {
    /// Numeric, so that Kubernetes' runAsNonRoot can see that it is not root.
    static final String USER = "65532:65532";

    private static final Pattern LIBRARY = Pattern.compile("(?:usr/)?(lib(?:64)?/.*?([^/]+\\.so\\.[0-9.]+))");

    /// What every program is linked with, and what glibc opens by itself to resolve names.
    private static final Pattern GLIBC = Pattern.compile("(?:ld-linux.*|lib(?:c|dl|m|pthread|resolv|rt))\\.so\\..*");

    private static final Pattern LOCALE = Pattern.compile("usr/lib/locale/C\\.utf8/.*");
    private static final Pattern RELEASE = Pattern.compile("usr/lib/os-release");
    private static final Pattern COPYRIGHT = Pattern.compile("usr/share/doc/[^/]+/copyright");

    static BaseSystem assemble(Path folder, Path work) {
        Path home = Folders.fresh(folder).resolve(JavaRuntime.HOME.substring(1));
        JavaRuntime java = JavaRuntime.link(home);
        Set<String> linked = LinkedLibraries.of(home);
        List<DebianPackage> packages = Stream.concat(
                        Stream.of("libc6", "libc-bin", "base-files"), LinkedLibraries.packages(linked).stream())
                .map(name -> DebianPackage.fetch(name, work))
                .toList();
        var system = new BaseSystem(folder, java, packages);
        packages.forEach(debian -> system.take(debian, linked));
        system.accounts();
        return system;
    }

    private void take(DebianPackage debian, Set<String> linked) {
        for (Path file : Folders.files(debian.files(), _ -> true)) {
            String path = debian.files().relativize(file).toString();
            Matcher library = LIBRARY.matcher(path);
            if (library.matches() && (GLIBC.matcher(library.group(2)).matches() || linked.contains(library.group(2)))) {
                // Debian's newer releases keep them in /usr and link to there; an image of plain files has no links.
                Folders.copy(file, folder.resolve(library.group(1)));
            } else if (RELEASE.matcher(path).matches()) {
                Folders.copy(file, folder.resolve("etc/os-release"));
            } else if (LOCALE.matcher(path).matches() || COPYRIGHT.matcher(path).matches()) {
                Folders.copy(file, folder.resolve(path));
            }
        }
        // Where scanners look for the packages of an image that has no package manager.
        Folders.write(folder.resolve("var/lib/dpkg/status.d").resolve(debian.name()), debian.control());
    }

    private void accounts() {
        Folders.write(folder.resolve("etc/passwd"), """
                root:x:0:0:root:/root:/sbin/nologin
                nonroot:x:65532:65532:nonroot:/tmp:/sbin/nologin
                """);
        Folders.write(folder.resolve("etc/group"), """
                root:x:0:
                nonroot:x:65532:
                """);
        Folders.write(folder.resolve("etc/nsswitch.conf"), "hosts: files dns\n");
        Folders.fresh(folder.resolve("tmp"));
    }
}
