package org.asynclocal.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Loads classes of its own anew, mutated ones changed, beside those of the class path. What the
 * parent and this one share is the JDK, and every class outside the given packages.
 */
public final class MutantLoader extends ClassLoader {
  private final Set<String> packages;
  private final @Nullable Mutation mutation;

  /**
   * @param packages names of packages, without those inside them
   * @param mutation what to take out; null for nothing
   */
  public MutantLoader(ClassLoader parent, Set<String> packages, @Nullable Mutation mutation) {
    super(parent);
    this.packages = packages;
    this.mutation = mutation;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!packages.contains(name.substring(0, Math.max(0, name.lastIndexOf('.'))))) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : define(name);
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] original = in.readAllBytes();
      byte[] bytes =
          mutation != null && name.equals(mutation.className())
              ? mutation.applyTo(original)
              : original;
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
