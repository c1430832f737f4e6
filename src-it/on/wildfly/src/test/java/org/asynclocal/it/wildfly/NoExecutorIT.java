package org.asynclocal.it.wildfly;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.asynclocal.it.kit.Wars;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ArquillianTest
@RunAsClient
@DisplayName("WildFly, which knows an application's names early,")
class NoExecutorIT {
  @Deployment(name = "no-executor", managed = false, testable = false)
  static WebArchive war() {
    return Wars.configured(Wars.withTests("no-executor"), "asynclocal.executor=java:app/mine");
  }

  @Test
  @DisplayName("refuses to deploy the name of an executor that is not there")
  void refused(@ArquillianResource Deployer deployer) {
    try {
      assertThatThrownBy(() -> deployer.deploy("no-executor"))
          .hasMessageContaining("ASYNCLOCAL-105")
          .hasMessageContaining("java:app/mine");
    } finally {
      deployer.undeploy("no-executor");
    }
  }
}
