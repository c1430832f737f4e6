// hooks.md 1
import org.asynclocal.hooks.AsyncResource;

public class RunHook {
  public static void main(String[] arguments) {
    Shown shown = new Shown();
    shown.shown();
    new AsyncResource("AFTERWARDS");
    if (shown.log.size() != 1 || !shown.log.get(0).matches("WORK \\d+ triggered by \\d+")) {
      throw new AssertionError(shown.log);
    }
  }
}
