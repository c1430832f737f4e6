// executors.md 1
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

public class RunMailer {
  public static void main(String[] arguments) throws InterruptedException {
    List<String> delivered = new CopyOnWriteArrayList<>();
    Mailer mailer =
        new Mailer() {
          @Override
          void deliver(String mail) {
            delivered.add(mail);
          }
        };
    Mailer.TENANT.run("acme", () -> mailer.send("invoice"));
    mailer.pool.shutdown();
    if (!mailer.pool.awaitTermination(10, TimeUnit.SECONDS)
        || !delivered.equals(List.of("invoice for acme"))) {
      throw new AssertionError(delivered);
    }
  }
}
