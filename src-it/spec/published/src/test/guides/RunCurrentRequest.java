// request-tracking.md 2
import jakarta.enterprise.util.TypeLiteral;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.cdi.StorageName;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

public class RunCurrentRequest {
  public static void main(String[] arguments) {
    try (WeldContainer container = new Weld().addBeanClasses(RunCurrentRequest.class).initialize()) {
      String id =
          container
              .select(
                  new TypeLiteral<AsyncLocalStorage<String>>() {},
                  StorageName.Literal.of("requestId"))
              .get()
              .call("r-1", CurrentRequest::id);
      if (!id.equals("r-1")) {
        throw new AssertionError(id);
      }
    }
  }
}
