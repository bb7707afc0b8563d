package dev.multihoming.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/// What the pom says of the project: its version, and where its source and its image are found.
public final class Pom {
    private static final Document DOCUMENT = read(Path.of("pom.xml"));

    private Pom() {}

    public static String version() {
        return text("/project/version");
    }

    /// Without `-SNAPSHOT`: the version that this will be released as.
    public static String releaseVersion() {
        return version().replaceFirst("-SNAPSHOT$", "");
    }

    public static String name() {
        return text("/project/artifactId");
    }

    public static String description() {
        return text("/project/description");
    }

    public static String site() {
        return text("/project/url");
    }

    /// The address of the source repository, such as `https://github.com/OWNER/multihoming-webhook`.
    public static String sourceRepository() {
        return text("/project/scm/url");
    }

    /// The repository of the image, without a tag.
    public static String imageRepository() {
        return text("/project/properties/image.repository");
    }

    /// The image that the Deployment names.
    public static String image() {
        return imageRepository() + ":" + version();
    }

    private static String text(String path) {
        try {
            String text = XPathFactory.newInstance().newXPath().evaluate(path, DOCUMENT);
            if (text.isBlank()) {
                throw new IllegalStateException("pom.xml has no " + path);
            }
            return text.strip();
        } catch (XPathExpressionException e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    private static Document read(Path pom) {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(pom + " cannot be read", e);
        }
    }
}
