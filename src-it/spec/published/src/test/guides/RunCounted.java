// metrics.md 1
import org.asynclocal.AsyncLocalStorage;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.asynclocal.bridge.StoreMetrics;

public class RunCounted {
  public static void main(String[] arguments) {
    Counted.main(arguments);
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    new StoreMetrics().bindTo(registry);
    double before = registry.get("asynclocal.captured").functionCounter().count();
    AsyncLocalStorage.snapshot();
    double captured = registry.get("asynclocal.captured").functionCounter().count() - before;
    if (captured != 1) {
      throw new AssertionError(captured);
    }
  }
}
