package org.asynclocal.it.domain;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A domain's own ports.
 *
 * @param http where applications answer
 * @param admin where the administration answers
 */
record DomainSettings(int http, int admin) {
  /** The five of the default stand still as soon as five requests wait for another one. */
  private static final String HTTP_THREADS = "64";

  private static final String DATABASE = "${com.sun.aas.instanceRoot}/lib/databases/default";

  private static final String TELNET = "-Dosgi.shell.telnet.port=";

  /** Moves all listeners of the domain to loopback and free ports, and keeps it out of clusters. */
  static DomainSettings rewrite(Path file) throws IOException {
    try (Ports ports = new Ports()) {
      DomainSettings settings = new DomainSettings(ports.next(), ports.next());
      Document document = read(file);
      Element server = serverConfiguration(document);
      for (String kind : List.of("network-listener", "iiop-listener", "jmx-connector")) {
        for (Element listener : elements(server, kind)) {
          listener.setAttribute("address", InetAddress.getLoopbackAddress().getHostAddress());
          listener.setAttribute("port", Integer.toString(settings.port(listener, ports)));
        }
      }
      for (Element option : elements(server, "jvm-options")) {
        if (option.getTextContent().startsWith(TELNET)) {
          option.setTextContent(TELNET + ports.next());
        }
      }
      for (Element pool : elements(server, "thread-pool")) {
        if (pool.getAttribute("name").equals("http-thread-pool")) {
          pool.setAttribute("max-thread-pool-size", HTTP_THREADS);
        }
      }
      // One of its own is listened for at port 7676 of every network, whatever its host says.
      setAll(server, "jms-service", "type", "REMOTE");
      setAll(server, "hazelcast-config-specific-configuration", "enabled", "false");
      embedDatabase(document);
      write(document, file);
      return settings;
    }
  }

  private static void setAll(Element parent, String kind, String attribute, String value) {
    for (Element element : elements(parent, kind)) {
      element.setAttribute(attribute, value);
    }
  }

  /** GlassFish's default database is another process; it runs inside the server as well. */
  private static void embedDatabase(Document document) {
    for (Element pool : elements(document.getDocumentElement(), "jdbc-connection-pool")) {
      if (pool.getAttribute("name").equals("DerbyPool")) {
        pool.setAttribute("datasource-classname", "org.apache.derby.jdbc.EmbeddedDataSource");
        for (Element property : elements(pool, "property")) {
          switch (property.getAttribute("name")) {
            case "PortNumber", "serverName" -> pool.removeChild(property);
            case "DatabaseName" -> property.setAttribute("value", DATABASE);
            default -> {}
          }
        }
      }
    }
  }

  private int port(Element listener, Ports ports) throws IOException {
    return switch (listener.getAttribute("name")) {
      case "http-listener-1" -> http;
      case "admin-listener" -> admin;
      default -> ports.next();
    };
  }

  private static Element serverConfiguration(Document document) {
    return elements(document.getDocumentElement(), "config").stream()
        .filter(element -> element.getAttribute("name").equals("server-config"))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("The domain has no server-config"));
  }

  private static List<Element> elements(Element parent, String name) {
    NodeList nodes = parent.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static Document read(Path file) throws IOException {
    try {
      return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(file.toFile());
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException("Can't read " + file, e);
    }
  }

  private static void write(Document document, Path file) throws IOException {
    try {
      TransformerFactory.newDefaultInstance()
          .newTransformer()
          .transform(new DOMSource(document), new StreamResult(file.toFile()));
    } catch (TransformerException e) {
      throw new IOException("Can't write " + file, e);
    }
  }
}
