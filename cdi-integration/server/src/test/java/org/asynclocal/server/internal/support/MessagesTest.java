package org.asynclocal.server.internal.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.asynclocal.internal.config.Message;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The server kit's messages")
class MessagesTest {

  @Test
  @DisplayName("have an id of their own in 100 to 179")
  void ids() throws Exception {
    List<String> ids = ids(messages());
    assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
    assertThat(ids).allMatch(id -> id.matches("ASYNCLOCAL-1[0-7]\\d"));
  }

  @Test
  @DisplayName("are each explained in the troubleshooting guide")
  void explained() throws Exception {
    String guide = Files.readString(Path.of("../../docs/troubleshooting.md"));
    assertThat(ids(messages())).isNotEmpty().allMatch(id -> guide.contains("\n## " + id + "\n"));
  }

  @Test
  @DisplayName("say what to do without a place for an argument, which would stay empty")
  void remedies() throws Exception {
    assertThat(messages()).noneMatch(message -> message.remedy().contains("%"));
  }

  private static List<String> ids(List<Message> messages) {
    return messages.stream().map(Message::id).toList();
  }

  private static List<Message> messages() throws IllegalAccessException {
    List<Message> messages = new ArrayList<>();
    for (Field field : ServerMessages.class.getDeclaredFields()) {
      if (field.getType() == Message.class) {
        messages.add((Message) field.get(null));
      }
    }
    return messages;
  }
}
