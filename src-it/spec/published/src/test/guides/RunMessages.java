// remote-calls.md 2
import jakarta.enterprise.util.TypeLiteral;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.cdi.StorageName;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

public class RunMessages {
  public static void main(String[] arguments) {
    System.setProperty("asynclocal.baggage.send", "tenant");
    System.setProperty("asynclocal.baggage.accept", "tenant");
    try (WeldContainer container = new Weld().addBeanClasses(Messages.class).initialize()) {
      Messages messages = container.select(Messages.class).get();
      AsyncLocalStorage<String> tenant =
          container
              .select(
                  new TypeLiteral<AsyncLocalStorage<String>>() {}, StorageName.Literal.of("tenant"))
              .get();
      Map<String, String> headers = new HashMap<>();
      List<String> seen = new ArrayList<>();
      tenant.run("acme", () -> messages.beforeSending(headers));
      tenant.run("own", () -> messages.received(headers, () -> seen.add(tenant.getStore())));
      seen.add(tenant.getStore());
      if (!headers.equals(Map.of("baggage", "tenant=acme"))
          || !seen.toString().equals("[acme, null]")) {
        throw new AssertionError(headers + " " + seen);
      }
    } finally {
      System.clearProperty("asynclocal.baggage.send");
      System.clearProperty("asynclocal.baggage.accept");
    }
  }
}
