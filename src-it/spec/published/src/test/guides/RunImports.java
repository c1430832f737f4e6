// cdi.md 1
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

@ApplicationScoped
public class RunImports {
  private static final BlockingQueue<String> SEEN = new LinkedBlockingQueue<>();

  void imported(@ObservesAsync String orders) {
    SEEN.add(orders);
  }

  public static void main(String[] arguments) throws Exception {
    Weld weld = new Weld().addBeanClasses(Imports.class, TenantOfCaller.class, RunImports.class);
    try (WeldContainer container = weld.initialize()) {
      container.select(Imports.class).get().importOrders();
      String seen = SEEN.poll(60, TimeUnit.SECONDS);
      if (!"orders of acme".equals(seen)) {
        throw new AssertionError(seen);
      }
    }
  }
}
