package org.asynclocal.it.kit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.asynclocal.it.support.Waiting;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WARs under test. */
public final class Wars {
  /** The system property with the folder of the jars that the kit's one dependency brings. */
  public static final String LIBRARIES = "asynclocal.it.libraries";

  private Wars() {}

  /** A WAR with the kit, exactly as its one Maven dependency brings it, and these classes. */
  public static WebArchive withKit(String name, Class<?>... classes) {
    WebArchive war =
        ShrinkWrap.create(WebArchive.class, name + ".war")
            .addAsLibraries(kit())
            .addClasses(classes)
            .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
    return List.of(classes).contains(Users.class) ? withLogins(war) : war;
  }

  private static WebArchive withLogins(WebArchive war) {
    Class<?> logins = ServiceLoader.load(Logins.class).stream().findFirst().orElseThrow().type();
    return war.addClasses(Logins.class, logins).addAsServiceProvider(Logins.class, logins);
  }

  /** The same with what tests that run in the server need there. */
  public static WebArchive withTests(String name, Class<?>... classes) {
    return withKit(name, classes)
        .addClasses(Wars.class, Waiting.class)
        .addAsLibraries(jarOf(Assertions.class));
  }

  /** Adds MicroProfile Config properties, one "key=value" each. */
  public static WebArchive configured(WebArchive war, String... properties) {
    return war.addAsResource(
        new StringAsset(String.join("\n", properties)), "META-INF/microprofile-config.properties");
  }

  static File[] kit() {
    try (Stream<Path> jars = Files.list(Path.of(System.getProperty(LIBRARIES)))) {
      return jars.map(Path::toFile).toArray(File[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static File kitJar(String artifact) {
    return Stream.of(kit())
        .filter(jar -> jar.getName().matches(artifact + "-\\d.*\\.jar"))
        .findFirst()
        .orElseThrow();
  }

  static File jarOf(Class<?> type) {
    try {
      return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
