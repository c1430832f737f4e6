// logging.md 1
import java.util.logging.Handler;
import java.util.logging.Logger;

public class RunMain {
  public static void main(String[] arguments) {
    Handler[] before = Logger.getLogger("").getHandlers();
    Main.main(arguments);
    if (Logger.getLogger("").getHandlers().length != before.length) {
      throw new AssertionError("the log is not as it was");
    }
  }
}
