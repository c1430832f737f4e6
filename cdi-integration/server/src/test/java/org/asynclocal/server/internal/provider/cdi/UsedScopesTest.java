package org.asynclocal.server.internal.provider.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.Conversation;
import jakarta.enterprise.context.ConversationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import org.jboss.weld.manager.api.WeldManager;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The scopes that an application uses")
class UsedScopesTest {
  /** Reports what the container finds, as the kit's extension does. */
  static class Found implements Extension {
    private final UsedScopes scopes = new UsedScopes();

    void bean(@Observes ProcessBean<?> event) {
      scopes.add(event.getBean());
    }

    void injected(@Observes ProcessInjectionPoint<?, ?> event) {
      scopes.add(event.getInjectionPoint());
    }
  }

  /** Has a bean in the session, as the one of the {@code HttpSession} in a web application is. */
  static class WebContainer implements Extension {
    void addBean(@Observes AfterBeanDiscovery event) {
      event
          .<Object>addBean()
          .id("HttpSession")
          .beanClass(WeldManager.class)
          .addType(Object.class)
          .scope(SessionScoped.class)
          .createWith(context -> new Object());
    }
  }

  @SessionScoped
  static class Cart implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  @ConversationScoped
  static class Booking implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  @Dependent
  static class Plain {}

  @Dependent
  static class Talks {
    @Inject Conversation conversation;
  }

  @Dependent
  static class MayTalk {
    @Inject Instance<Conversation> conversation;
  }

  @Dependent
  static class MayRemember {
    @Inject Instance<HttpSession> session;
  }

  @Test
  @DisplayName("are not those of the container's own beans")
  void none() {
    UsedScopes used = usedBy(Plain.class);
    assertThat(used.has(SessionScoped.class)).isFalse();
    assertThat(used.has(ConversationScoped.class)).isFalse();
  }

  @Test
  @DisplayName("are those of its beans")
  void beans() {
    assertThat(usedBy(Cart.class).has(SessionScoped.class)).isTrue();
    assertThat(usedBy(Cart.class).has(ConversationScoped.class)).isFalse();
    assertThat(usedBy(Booking.class).has(ConversationScoped.class)).isTrue();
    assertThat(usedBy(Booking.class).has(SessionScoped.class)).isFalse();
  }

  @Test
  @DisplayName("are the conversation's where it injects the Conversation, or an Instance of it")
  void conversation() {
    assertThat(usedBy(Talks.class).has(ConversationScoped.class)).isTrue();
    assertThat(usedBy(MayTalk.class).has(ConversationScoped.class)).isTrue();
  }

  @Test
  @DisplayName("are the session's where it injects an Instance of the HttpSession")
  void session() {
    assertThat(usedBy(MayRemember.class).has(SessionScoped.class)).isTrue();
  }

  private static UsedScopes usedBy(Class<?> bean) {
    Found found = new Found();
    try (SeContainer container =
        SeContainerInitializer.newInstance()
            .disableDiscovery()
            .addExtensions(found, new WebContainer())
            .addBeanClasses(bean)
            .initialize()) {
      assertThat(container.isRunning()).isTrue();
      return found.scopes;
    }
  }
}
