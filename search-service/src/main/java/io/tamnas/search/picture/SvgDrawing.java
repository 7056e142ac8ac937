package io.tamnas.search.picture;

import java.awt.Color;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A picture as SVG 1.1, element by element, that can stand in a page or in a file of its own. It
 * refers to nothing outside; what is written in it is escaped.
 */
public final class SvgDrawing {

  private static final String NAMESPACE = "http://www.w3.org/2000/svg";

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  private SvgDrawing() throws XMLStreamException {
    xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
  }

  /** What is drawn into a picture or a part of it. */
  @FunctionalInterface
  public interface Content {
    void draw(SvgDrawing drawing) throws XMLStreamException;
  }

  /**
   * A picture on white.
   *
   * @param id told apart from those of other pictures in the same page; letters, digits and hyphens
   * @param title what it is, for those who cannot see it
   * @param description what it shows, for those who cannot see it
   */
  public static String svg(
      int width, int height, String id, String title, String description, Content content) {
    try {
      SvgDrawing drawing = new SvgDrawing();
      drawing.open(width, height, id);
      drawing.label("title", id + "-title", title);
      drawing.label("desc", id + "-desc", description);
      drawing.fill(new Box(0, 0, width, height), Color.WHITE);
      content.draw(drawing);
      drawing.xml.writeEndElement();
      drawing.xml.close();
      return drawing.text.toString();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a string cannot be written to", e);
    }
  }

  private void open(int width, int height, String id) throws XMLStreamException {
    xml.writeStartElement("svg");
    xml.writeDefaultNamespace(NAMESPACE);
    xml.writeAttribute("viewBox", "0 0 " + width + " " + height);
    attribute("width", width);
    attribute("height", height);
    xml.writeAttribute("role", "img");
    xml.writeAttribute("aria-labelledby", id + "-title " + id + "-desc");
    xml.writeAttribute("font-family", "system-ui, 'DejaVu Sans', sans-serif");
  }

  private void label(String element, String id, String content) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeAttribute("id", id);
    xml.writeCharacters(content);
    xml.writeEndElement();
  }

  /** Fills a box. */
  public void fill(Box box, Color colour) throws XMLStreamException {
    rectangle(box);
    xml.writeAttribute("fill", hex(colour));
  }

  /** Draws the edge of a box, two pixels wide. */
  public void frame(Box box, Color colour) throws XMLStreamException {
    rectangle(box);
    xml.writeAttribute("fill", "none");
    xml.writeAttribute("stroke", hex(colour));
    attribute("stroke-width", 2);
  }

  /** Fills a circle. */
  public void dot(int x, int y, int radius, Color colour) throws XMLStreamException {
    circle(x, y, radius);
    xml.writeAttribute("fill", hex(colour));
  }

  /** Draws the edge of a circle, two pixels wide. */
  public void ring(int x, int y, int radius, Color colour) throws XMLStreamException {
    circle(x, y, radius);
    xml.writeAttribute("fill", "none");
    xml.writeAttribute("stroke", hex(colour));
    attribute("stroke-width", 2);
  }

  private void circle(int x, int y, int radius) throws XMLStreamException {
    xml.writeEmptyElement("circle");
    attribute("cx", x);
    attribute("cy", y);
    attribute("r", radius);
  }

  /** Draws a straight line. */
  public void line(int x, int y, int endX, int endY, int width, Color colour)
      throws XMLStreamException {
    xml.writeEmptyElement("line");
    attribute("x1", x);
    attribute("y1", y);
    attribute("x2", endX);
    attribute("y2", endY);
    attribute("stroke-width", width);
    xml.writeAttribute("stroke", hex(colour));
  }

  private void rectangle(Box box) throws XMLStreamException {
    xml.writeEmptyElement("rect");
    attribute("x", box.x());
    attribute("y", box.y());
    attribute("width", box.width());
    attribute("height", box.height());
  }

  /** Writes a line of text. */
  public void write(String line, int x, int baseline, Lettering lettering)
      throws XMLStreamException {
    xml.writeStartElement("text");
    attribute("x", x);
    attribute("y", baseline);
    attribute("font-size", lettering.size());
    xml.writeAttribute("font-weight", lettering.weightText());
    xml.writeAttribute("text-anchor", lettering.anchorText());
    xml.writeAttribute("fill", hex(lettering.ink()));
    xml.writeCharacters(line);
    xml.writeEndElement();
  }

  /** Draws what belongs together, with words that are shown where it is pointed at. */
  public void explained(String words, Content content) throws XMLStreamException {
    xml.writeStartElement("g");
    xml.writeStartElement("title");
    xml.writeCharacters(words);
    xml.writeEndElement();
    content.draw(this);
    xml.writeEndElement();
  }

  private void attribute(String name, int value) throws XMLStreamException {
    xml.writeAttribute(name, Integer.toString(value));
  }

  private static String hex(Color colour) {
    return "#%06x".formatted(colour.getRGB() & 0xFFFFFF);
  }
}
