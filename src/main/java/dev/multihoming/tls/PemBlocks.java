package dev.multihoming.tls;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The blocks of a PEM file (RFC 7468); text between them is ignored, as every reader of PEM does.
public final class PemBlocks {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]++)-----([A-Za-z0-9+/=\\s]*+)-----END \\1-----");
    /// A boundary that belongs to no block, or the first dashes of one that the file broke off in.
    private static final Pattern LOOSE_END = Pattern.compile("-----|-\\s*$");

    private PemBlocks() {}

    /// One block: the label of its first line and its decoded content.
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way, never compared as a record
    public record Block(String label, byte[] content) {}

    /// Empty where a block has no end or is not base64: half a file must not pass for a shorter chain.
    public static Optional<List<Block>> of(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        List<Block> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(text);
        while (matcher.find()) {
            try {
                byte[] content = Base64.getMimeDecoder().decode(matcher.group(2));
                blocks.add(new Block(matcher.group(1), content));
            } catch (IllegalArgumentException _) {
                return Optional.empty();
            }
        }
        boolean isWhole = !LOOSE_END.matcher(matcher.replaceAll("")).find();
        return isWhole ? Optional.of(blocks) : Optional.empty();
    }
}
