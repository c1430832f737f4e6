// README.md 2
import org.asynclocal.AsyncLocalStorage;
import org.eclipse.microprofile.context.ManagedExecutor;

public class RunGreetings {
  public static void main(String[] arguments) {
    Greetings greetings = new Greetings();
    greetings.user = AsyncLocalStorage.named("user");
    greetings.executor = ManagedExecutor.builder().build();
    String said = greetings.user.call("alice", greetings::greet).toCompletableFuture().join();
    greetings.executor.shutdown();
    if (!said.equals("Hello alice, goodbye alice")) {
      throw new AssertionError(said);
    }
  }
}
