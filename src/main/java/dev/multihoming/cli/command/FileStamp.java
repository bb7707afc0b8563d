package dev.multihoming.cli.command;

import dev.multihoming.cli.manifest.Input;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// What tells that a file changed.
record FileStamp(String name, long size, String modified) {
    static FileStamp of(Input file) {
        Path path = file.file().orElseThrow();
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return new FileStamp(
                    file.name(),
                    attributes.size(),
                    attributes.lastModifiedTime().toString());
        } catch (IOException _) {
            return new FileStamp(file.name(), -1, "");
        }
    }
}
