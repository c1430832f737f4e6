// request-tracking.md 1
import jakarta.enterprise.util.TypeLiteral;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.cdi.StorageName;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

public class RunOrders {
  public static void main(String[] arguments) {
    try (WeldContainer container = new Weld().addBeanClasses(Orders.class).initialize()) {
      Orders orders = container.select(Orders.class).get();
      String described =
          container
              .select(
                  new TypeLiteral<AsyncLocalStorage<String>>() {},
                  StorageName.Literal.of("requestId"))
              .get()
              .call("r-1", () -> orders.describe("o-1"));
      if (!described.equals("o-1 of request r-1")) {
        throw new AssertionError(described);
      }
    }
  }
}
