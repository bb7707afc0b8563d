package dev.multihoming.image;

import dev.multihoming.plane.BundledText;
import dev.multihoming.plane.ShortProgram;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How to run an unpacked image without a container engine: in a mount namespace, with a read-only root, as the
/// image's user. It has this machine's network and processes, which a real one has not.
///
/// As root it becomes that user. For anybody else the kernel must permit user namespaces; its only user there
/// is whoever starts it.
final class Container {
    private static final String SCRIPT = BundledText.read("/dev/multihoming/image/container.sh");

    private final UnpackedImage image;
    private final List<String> mounts = new ArrayList<>();

    Container(UnpackedImage image) {
        this.image = image;
    }

    /// As a Secret is mounted.
    Container readable(Path folder, String target) {
        mounts.addAll(List.of("--read", folder.toString(), target));
        return this;
    }

    Container writable(Path folder, String target) {
        mounts.addAll(List.of("--write", folder.toString(), target));
        return this;
    }

    /// Its entrypoint with these flags of Java, and with that environment beside the image's.
    List<String> entrypoint(List<String> flags, Map<String, String> environment) {
        List<String> program = image.entrypoint();
        program.addAll(1, flags);
        return command(program, environment);
    }

    List<String> command(List<String> program, Map<String, String> environment) {
        List<String> command = new ArrayList<>(List.of("unshare", "--mount"));
        if (!isRoot()) {
            command.add("--map-root-user");
        }
        command.addAll(
                List.of("/bin/sh", "-c", SCRIPT, "container", image.root().toString()));
        command.addAll(mounts);
        command.addAll(List.of("--", "env", "--ignore-environment"));
        command.addAll(image.environment());
        environment.forEach((name, value) -> command.add(name + "=" + value));
        command.add("/usr/sbin/chroot");
        if (isRoot()) {
            command.add("--userspec=" + image.user());
        }
        command.add(image.root().toString());
        command.addAll(program);
        return command;
    }

    /// Why none can run here; empty where one can.
    static String obstacle() {
        List<String> probe = new ArrayList<>(List.of("unshare", "--mount"));
        if (!isRoot()) {
            probe.add("--map-root-user");
        }
        probe.add("true");
        return new ShortProgram(probe, Map.of()).run("").succeeded()
                ? ""
                : "`%s` fails: to run in the image takes root, or a kernel that permits user namespaces."
                        .formatted(String.join(" ", probe));
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
