package dev.multihoming.cli.report;

import dev.multihoming.cli.manifest.IgnoreOutcome;
import dev.multihoming.cli.manifest.ManifestVerdict;
import dev.multihoming.cli.manifest.NotJudged;
import dev.multihoming.cli.manifest.Problem;
import dev.multihoming.cli.manifest.SourceSpan;
import dev.multihoming.core.review.Effect;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// JUnit's XML, which every CI shows: an object is a test, one that would be denied fails.
public final class JunitReport implements CheckReport {
    private static final String SUITE = "multihoming check";

    private final PrintWriter out;
    private final boolean strict;
    private final StringWriter cases = new StringWriter();
    private final XMLStreamWriter xml;
    private int tests;
    private int failures;
    private int errors;
    private int skipped;

    /// With `strict`, warnings and repairs fail too.
    public JunitReport(PrintWriter out, boolean strict) {
        this.out = out;
        this.strict = strict;
        try {
            this.xml = XMLOutputFactory.newFactory().createXMLStreamWriter(cases);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void judged(ManifestVerdict judgement) {
        List<Problem> failing =
                judgement.problems().stream().filter(this::fails).toList();
        List<Problem> told =
                judgement.problems().stream().filter(problem -> !fails(problem)).toList();
        tests++;
        failures += failing.isEmpty() ? 0 : 1;
        try {
            begin(judgement.manifest().source().name(), judgement.manifest().title());
            if (!failing.isEmpty()) {
                xml.writeStartElement("failure");
                xml.writeAttribute("type", Wordings.title(failing.getFirst()));
                xml.writeAttribute("message", XmlText.of(Wordings.fact(failing.getFirst())));
                xml.writeCharacters(XmlText.of(lines(failing)));
                xml.writeEndElement();
            }
            if (!told.isEmpty()) {
                xml.writeStartElement("system-out");
                xml.writeCharacters(XmlText.of(lines(told)));
                xml.writeEndElement();
            }
            end();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void unread(Unread unread) {
        tests++;
        errors++;
        try {
            begin(unread.file(), Unread.NAME);
            xml.writeStartElement("error");
            xml.writeAttribute("type", Unread.NAME);
            xml.writeAttribute("message", XmlText.of(unread.sentence()));
            xml.writeCharacters(XmlText.of("%s:%d:%d".formatted(unread.file(), unread.line(), unread.column())));
            xml.writeEndElement();
            end();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void ignored(IgnoreOutcome outcome) {
        skipped(outcome.comment().span(), "ignored: " + outcome.comment().rule(), Wordings.ignored(outcome));
    }

    @Override
    public void notJudged(NotJudged object) {
        skipped(object.span(), "not judged: " + object.title(), object.reason());
    }

    private void skipped(SourceSpan span, String name, String reason) {
        tests++;
        skipped++;
        try {
            begin(span.source().name(), "line " + span.from().line() + ", " + name);
            xml.writeStartElement("skipped");
            xml.writeAttribute("message", XmlText.of(reason));
            xml.writeEndElement();
            end();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void end(CheckSummary tally) {
        String counts = "name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\""
                .formatted(SUITE, tests, failures, errors, skipped);
        out.println("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        out.println("<testsuites " + counts + ">");
        out.println("<testsuite " + counts + ">");
        out.print(cases);
        out.println("</testsuite>");
        out.println("</testsuites>");
        out.flush();
    }

    private boolean fails(Problem problem) {
        return strict || problem.effect() == Effect.DENIED;
    }

    private void begin(String file, String name) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", XmlText.of(file));
        xml.writeAttribute("name", XmlText.of(name));
    }

    private void end() throws XMLStreamException {
        xml.writeEndElement();
        xml.writeCharacters("\n");
        xml.flush();
    }

    private static String lines(List<Problem> problems) {
        StringBuilder lines = new StringBuilder();
        for (Problem problem : problems) {
            lines.append("%s:%d:%d: %s: %s: %s%n"
                    .formatted(
                            problem.span().source().name(),
                            problem.span().from().line(),
                            problem.span().from().column(),
                            Wordings.word(problem.effect()),
                            Wordings.title(problem),
                            Wordings.sentences(problem)));
        }
        return lines.toString();
    }
}
