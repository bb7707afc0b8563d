package dev.multihoming.image;

import dev.multihoming.plane.Launcher;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The image that `make image` left, unpacked for whoever wants to run it.
public final class PackagedImage {
    private static final Path TAR = Path.of("target", "image", "multihoming-webhook.tar");

    private final UnpackedImage image;
    private final Path folder;

    private PackagedImage(UnpackedImage image, Path folder) {
        this.image = image;
        this.folder = folder;
    }

    /// Unpacked into `folder`. Empty where there is none, or where it cannot be run.
    public static Optional<PackagedImage> built(Path folder) {
        return Files.isRegularFile(TAR) && Container.obstacle().isEmpty()
                ? Optional.of(new PackagedImage(UnpackedImage.of(TAR, folder), folder))
                : Optional.empty();
    }

    /// With these flags of Java, beside its own.
    public Launcher launcher(String... flags) {
        return new PodLauncher(image, folder.resolve("mounts"), List.of(flags));
    }
}
