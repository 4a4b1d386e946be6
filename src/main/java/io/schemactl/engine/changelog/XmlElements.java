package io.schemactl.engine.changelog;

import io.schemactl.problem.Position;
import io.schemactl.yaml.YamlNode;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import liquibase.parser.core.xml.LiquibaseEntityResolver;
import liquibase.parser.core.xml.XSDLookUpException;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.ext.DefaultHandler2;

/** Reads a changelog in XML, and checks it against the schema that it names, as Liquibase does. */
final class XmlElements extends DefaultHandler2 {

    private static final String SCHEMA_LANGUAGE = "http://java.sun.com/xml/jaxp/properties/schemaLanguage";

    private final SourceFile file;
    private final Problems problems;
    private final Deque<Open> open = new ArrayDeque<>();
    private @Nullable Element root;
    private @Nullable Locator locator;
    private final List<SchemaError> schemaErrors = new ArrayList<>();
    private boolean broken;

    private record SchemaError(Position tag, Position end, String message) {}

    private record Open(String name, int start, int end, List<Element> children, StringBuilder text) {}

    XmlElements(SourceFile file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The element {@code databaseChangeLog}, if the file is one. */
    Optional<Element> read() {
        if (file.text().isBlank()) {
            problems.error(file.position(0), "the file is empty", "begin it with `<databaseChangeLog …>`");
            return Optional.empty();
        }
        try {
            reader().parse(new InputSource(new StringReader(file.text())));
        } catch (SAXParseException e) {
            report(e);
        } catch (XSDLookUpException | IllegalArgumentException e) {
            problems.error(
                    file.position(0),
                    "the file names a schema that Liquibase does not bring along; none is fetched",
                    "name http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd");
            broken = true;
        } catch (SAXException | IOException e) {
            problems.error(file.position(0), "not valid XML: " + oneLine(e));
            broken = true;
        }
        return broken ? Optional.empty() : Optional.ofNullable(root);
    }

    private XMLReader reader() throws SAXException {
        try {
            var factory = SAXParserFactory.newInstance();
            factory.setValidating(true);
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            var parser = factory.newSAXParser();
            parser.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "http,https");
            parser.setProperty(SCHEMA_LANGUAGE, XMLConstants.W3C_XML_SCHEMA_NS_URI);
            XMLReader reader = parser.getXMLReader();
            reader.setEntityResolver(new LiquibaseEntityResolver());
            reader.setErrorHandler(this);
            reader.setContentHandler(this);
            return reader;
        } catch (ParserConfigurationException e) {
            throw new SAXException(e);
        }
    }

    @Override
    public void setDocumentLocator(Locator where) {
        locator = where;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
        int end = offset();
        int start = Math.max(0, file.text().lastIndexOf("<" + qName, end));
        if (open.isEmpty() && !localName.equals(YamlElements.ROOT)) {
            throw new SAXParseException("`databaseChangeLog` expected as root element", locator);
        }
        var element = new Open(localName, start, end, new ArrayList<>(), new StringBuilder());
        for (int i = 0; i < attributes.getLength(); i++) {
            if (!XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(attributes.getURI(i))) {
                element.children().add(attribute(element, attributes, i));
            }
        }
        open.push(element);
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        open.getFirst().text().append(characters, start, length);
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        Open closed = open.pop();
        String text = closed.text().toString().strip();
        var values = new ArrayList<Element.Value>();
        if (!text.isEmpty()) {
            int found = file.text().indexOf(text, closed.end());
            values.add(value(text, found >= 0 && found < offset() ? found : closed.end()));
        }
        var element = new Element(closed.name(), file.position(closed.start()), values, closed.children());
        if (open.isEmpty()) {
            root = element;
        } else {
            open.getFirst().children().add(element);
        }
    }

    private Element attribute(Open element, Attributes attributes, int index) {
        String tag = file.text().substring(element.start(), Math.max(element.start(), element.end()));
        var matcher = Pattern.compile("\\s(" + Pattern.quote(attributes.getQName(index)) + ")\\s*=\\s*[\"']")
                .matcher(tag);
        boolean written = matcher.find();
        int name = element.start() + (written ? matcher.start(1) : 0);
        int value = element.start() + (written ? matcher.end() : 0);
        return new Element(
                attributes.getLocalName(index),
                file.position(name),
                List.of(value(attributes.getValue(index), value)),
                List.of());
    }

    private Element.Value value(String text, int offset) {
        return new Element.Value(text, YamlNode.Kind.STRING, file.position(offset), new SourceText(text, file, offset));
    }

    /** Says what the schema does not allow, except where more has been said about the same tag already. */
    void reportSchemaErrors() {
        schemaErrors.stream()
                .filter(error -> !problems.isWrong(error.tag(), error.end().line()))
                .toList()
                .forEach(error -> problems.error(error.tag(), "not a valid changelog: " + error.message()));
    }

    @Override
    public void error(SAXParseException e) {
        Position end = position(e);
        int tag = file.text().lastIndexOf('<', file.offset(end.line(), end.column()) - 1);
        schemaErrors.add(new SchemaError(file.position(Math.max(0, tag)), end, oneLine(e)));
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
        throw e;
    }

    @Override
    public void warning(SAXParseException e) {
        error(e);
    }

    private void report(SAXParseException e) {
        broken = true;
        problems.error(position(e), "not valid XML: " + oneLine(e));
    }

    private Position position(SAXParseException e) {
        return e.getLineNumber() < 1
                ? file.position(0)
                : new Position(file.path(), e.getLineNumber(), Math.max(1, e.getColumnNumber()));
    }

    private int offset() {
        return locator == null ? 0 : file.offset(locator.getLineNumber(), locator.getColumnNumber());
    }

    /** Leaves out what says nothing to people: rules' names, namespaces, and the list of all that would have been allowed. */
    private static String oneLine(Exception e) {
        return String.valueOf(e.getMessage())
                .replaceFirst("^cvc-[\\w.-]+: ", "")
                .replaceFirst("(?s) One of '\\{.*", "")
                .replaceAll("\\{\"[^\"]*\":([^}]*)}", "$1")
                .replaceAll("\\s*\\R\\s*", "; ")
                .strip();
    }
}
