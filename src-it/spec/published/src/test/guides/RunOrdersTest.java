// testing.md 1
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.platform.testkit.engine.EngineTestKit;

public class RunOrdersTest {
  public static void main(String[] arguments) {
    EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(OrdersTest.class))
        .execute()
        .testEvents()
        .assertStatistics(tests -> tests.started(1).succeeded(1));
  }
}
