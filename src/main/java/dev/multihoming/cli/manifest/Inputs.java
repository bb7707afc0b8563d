package dev.multihoming.cli.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// Finds what is to be looked at.
public final class Inputs {
    private static final String STANDARD_INPUT = "-";

    private Inputs() {}

    /// Every file named, every file of a named folder whose name ends as YAML or JSON, in order of their names, and
    /// standard input for `-`. Hidden files and folders, such as `.git`, are looked at only where they are named.
    ///
    /// @throws CannotRun for what is not there, and for a folder with none of these files
    public static List<Input> of(List<String> paths, InputStream standardInput) {
        return of(paths, Exclusions.NONE, standardInput);
    }

    /// The same, without the files of folders that are excluded.
    ///
    /// @throws CannotRun for what is not there, and for a folder with none of these files
    public static List<Input> of(List<String> paths, Exclusions exclusions, InputStream standardInput) {
        List<Input> inputs = new ArrayList<>();
        for (String path : paths) {
            if (path.equals(STANDARD_INPUT)) {
                inputs.add(Input.standardInput(all(standardInput)));
                continue;
            }
            Path file = Path.of(path);
            if (Files.isDirectory(file)) {
                inFolder(file, exclusions).forEach(found -> inputs.add(Input.file(found)));
            } else if (Files.exists(file)) {
                inputs.add(Input.file(file));
            } else {
                throw new CannotRun("There is no file or folder " + path + ".");
            }
        }
        return inputs;
    }

    private static byte[] all(InputStream standardInput) {
        try {
            byte[] bytes = standardInput.readNBytes((int) Input.MAX_BYTES + 1);
            if (bytes.length > Input.MAX_BYTES) {
                throw new CannotRun("Standard input brought more than 64 MiB; split it.");
            }
            return bytes;
        } catch (IOException e) {
            throw new CannotRun("Standard input cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<Path> inFolder(Path folder, Exclusions exclusions) {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
                    boolean isHidden = !inner.equals(folder) && isHidden(inner);
                    return isHidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (isManifest(file) && !isHidden(file) && Files.isRegularFile(file)) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new CannotRun("The folder " + folder + " cannot be looked through: " + e.getMessage(), e);
        }
        if (files.isEmpty()) {
            throw new CannotRun("The folder " + folder + " has no file whose name ends with .yaml, .yml or .json.");
        }
        files.removeIf(file -> exclusions.cover(folder.relativize(file)));
        if (files.isEmpty()) {
            throw new CannotRun("--exclude leaves out every file of the folder " + folder + ".");
        }
        Collections.sort(files);
        return files;
    }

    private static boolean isHidden(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith(".") && !name.equals(".") && !name.equals("..");
    }

    private static boolean isManifest(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
    }
}
