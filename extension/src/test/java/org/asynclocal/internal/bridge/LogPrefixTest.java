package org.asynclocal.internal.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.internal.config.MapSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A storage in front of the messages of java.util.logging")
class LogPrefixTest {
  private static final AsyncLocalStorage<Object> ID = AsyncLocalStorage.named("prefix-id");
  private static final AsyncLocalStorage<String> TENANT = AsyncLocalStorage.named("prefix-tenant");
  private static final Logger ROOT = Logger.getLogger("");

  private final Logger logger = Logger.getLogger(LogPrefixTest.class.getName());
  private final Messages messages = new Messages();
  private ConfiguredLogBridges bridges = ConfiguredLogBridges.open(MapSettings.of(Map.of()));

  @BeforeEach
  void open() {
    ROOT.addHandler(messages);
    bridges =
        ConfiguredLogBridges.open(
            MapSettings.of(
                Map.of(
                    "asynclocal.mdc",
                    "prefix-id:id, prefix-tenant",
                    "asynclocal.mdc.jul",
                    "true")));
  }

  @AfterEach
  void close() {
    bridges.close();
    ROOT.removeHandler(messages);
  }

  @Test
  @DisplayName("shows under its key while it is bound, and only then")
  void bound() {
    logger.info("before");
    ID.run("1", () -> logger.info("bound"));
    ID.run("1", () -> TENANT.run("acme", () -> logger.info("both")));
    logger.info("after");

    assertThat(messages.seen)
        .satisfiesExactly(
            before -> assertThat(before).isEqualTo("before"),
            one -> assertThat(one).isEqualTo("[id=1] bound"),
            both ->
                assertThat(both)
                    .isIn("[id=1 prefix-tenant=acme] both", "[prefix-tenant=acme id=1] both"),
            after -> assertThat(after).isEqualTo("after"));
  }

  @Test
  @DisplayName("leaves the message's parameters and its language as they are")
  void formatted() {
    LogRecord localized = new LogRecord(Level.INFO, "key");
    localized.setLoggerName(logger.getName());
    localized.setResourceBundle(new Translations());
    localized.setParameters(new Object[] {"a"});
    ID.run(
        "{0} '",
        () -> {
          logger.log(Level.INFO, "{0} of {1}", new Object[] {1, "{2}"});
          logger.log(localized);
          logger.log(Level.INFO, (String) null);
        });

    assertThat(messages.seen)
        .containsExactly("[id={0} '] 1 of {2}", "[id={0} '] translated a", "[id={0} '] ");
  }

  @Test
  @DisplayName("can't begin a line, and what can't be shown is left out")
  void hostile() {
    ID.run("1\n2] forged [x=", () -> logger.info("broken"));
    Object failing =
        new Object() {
          @Override
          public String toString() {
            throw new IllegalStateException("no text");
          }
        };
    ID.run(failing, () -> logger.info("failing"));

    assertThat(messages.seen).startsWith("[id=1_2_ forged _x=] broken").endsWith("failing");
  }

  @Test
  @DisplayName("is gone from the root logger at the end, which has its handlers in their order")
  void closed() {
    List<Handler> open = List.of(ROOT.getHandlers());
    bridges.close();

    assertThat(open.get(0)).isInstanceOf(LogPrefix.class);
    assertThat(ROOT.getHandlers()).containsExactlyElementsOf(open.subList(1, open.size()));
    ID.run("1", () -> logger.info("closed"));
    assertThat(messages.seen).containsExactly("closed");
  }

  private static final class Translations extends ListResourceBundle {
    @Override
    protected Object[][] getContents() {
      return new Object[][] {{"key", "translated {0}"}};
    }
  }

  /** The line that a server's own handler would write. */
  private static final class Messages extends Handler {
    private final List<String> seen = new ArrayList<>();

    @Override
    public void publish(LogRecord record) {
      if (LogPrefixTest.class.getName().equals(record.getLoggerName())) {
        seen.add(new SimpleFormatter().formatMessage(record));
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
