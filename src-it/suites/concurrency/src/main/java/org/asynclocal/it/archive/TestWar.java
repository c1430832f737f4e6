package org.asynclocal.it.archive;

import java.io.File;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Makes web applications as a user would: with the libraries that the module depends on. */
public final class TestWar {
  /** The system property with the folder of the libraries that go into {@code WEB-INF/lib}. */
  public static final String LIBRARIES = "asynclocal.it.libraries";

  private TestWar() {}

  /**
   * A WAR with the libraries, a {@code beans.xml} and these classes.
   *
   * @param name its name and context root, without {@code .war}
   */
  public static WebArchive create(String name, Class<?>... classes) {
    return ShrinkWrap.create(WebArchive.class, name + ".war")
        .addAsLibraries(libraries())
        .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
        .addClasses(classes);
  }

  private static File[] libraries() {
    String folder = System.getProperty(LIBRARIES);
    File[] jars =
        folder == null ? null : new File(folder).listFiles((dir, name) -> name.endsWith(".jar"));
    if (jars == null || jars.length == 0) {
      throw new IllegalStateException(
          "Set the system property " + LIBRARIES + " to a folder with jars; it is " + folder);
    }
    return jars;
  }
}
