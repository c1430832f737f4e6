package org.asynclocal.it.kit;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** An application without the product. */
@WebListener
public class Bare implements ServletContextListener {
  @Override
  public void contextInitialized(ServletContextEvent event) {
    Loaders.add(Bare.class.getClassLoader());
  }
}
