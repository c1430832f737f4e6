// hooks.md 2
import java.util.List;

public class RunResource {
  public static void main(String[] arguments) {
    Shown shown = new Shown();
    shown.shown();
    if (!shown.log.equals(List.of("rows"))) {
      throw new AssertionError(shown.log);
    }
  }
}
