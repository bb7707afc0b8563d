package dev.multihoming.cli.manifest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A file to look at, or what came over standard input.
public final class Input {
    /// Far more than etcd holds of one object; a cluster's whole `kubectl get -o yaml` is to be split.
    static final long MAX_BYTES = 64L * 1024 * 1024;

    private final String name;
    private final @Nullable Path file;
    private final byte[] given;

    private Input(String name, @Nullable Path file, byte[] given) {
        this.name = name;
        this.file = file;
        this.given = given;
    }

    /// Read anew each time, so that thousands of files are never in memory at once.
    static Input file(Path file) {
        return new Input(file.toString(), file, new byte[0]);
    }

    /// What can be read only once is kept.
    static Input standardInput(byte[] bytes) {
        return new Input("<stdin>", null, bytes);
    }

    /// A text that is in memory, called as if it came over standard input.
    public static Input pasted(String text) {
        return standardInput(text.getBytes(StandardCharsets.UTF_8));
    }

    public String name() {
        return name;
    }

    /// Where to write what changes; empty for standard input.
    public Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /// The text, read as UTF-8.
    ///
    /// @throws CannotRead with a clause that says what is wrong with it
    public Source read() throws CannotRead {
        try {
            if (file != null && Files.size(file) > MAX_BYTES) {
                throw new CannotRead("it has more than 64 MiB; split it");
            }
            byte[] bytes = file == null ? given : Files.readAllBytes(file);
            return new Source(name, decoded(bytes));
        } catch (CharacterCodingException e) {
            throw new CannotRead("it is not UTF-8", e);
        } catch (IOException e) {
            throw new CannotRead("it cannot be read: " + e.getMessage(), e);
        }
    }

    private static String decoded(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    /// An input that gives no text.
    public static final class CannotRead extends Exception {
        private static final long serialVersionUID = 1L;

        CannotRead(String clause) {
            super(clause);
        }

        CannotRead(String clause, Throwable cause) {
            super(clause, cause);
        }

        public String clause() {
            return String.valueOf(getMessage());
        }
    }
}
