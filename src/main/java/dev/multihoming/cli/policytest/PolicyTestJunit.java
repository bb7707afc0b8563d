package dev.multihoming.cli.policytest;

import java.io.Writer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Results as CI servers read them: a suite a file, a test a case.
public final class PolicyTestJunit {
    private PolicyTestJunit() {}

    public static void print(List<CaseResult> results, Writer out) {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuites");
            Map<Path, List<CaseResult>> byFile = results.stream()
                    .collect(Collectors.groupingBy(CaseResult::file, LinkedHashMap::new, Collectors.toList()));
            for (Map.Entry<Path, List<CaseResult>> file : byFile.entrySet()) {
                suite(file.getKey(), file.getValue(), xml);
            }
            xml.writeEndElement();
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
    }

    private static void suite(Path file, List<CaseResult> results, XMLStreamWriter xml) throws XMLStreamException {
        long failures =
                results.stream().filter(result -> !result.isAsExpected()).count();
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", file.toString());
        xml.writeAttribute("tests", Integer.toString(results.size()));
        xml.writeAttribute("failures", Long.toString(failures));
        for (CaseResult result : results) {
            one(result, xml);
        }
        xml.writeEndElement();
    }

    private static void one(CaseResult result, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", result.file().toString());
        xml.writeAttribute("name", result.asked().name());
        if (!result.isAsExpected()) {
            xml.writeStartElement("failure");
            xml.writeAttribute(
                    "message", "expected " + PolicyTestText.expected(result) + "; got " + PolicyTestText.got(result));
            xml.writeCharacters(String.join("\n", Why.of(result)));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }
}
