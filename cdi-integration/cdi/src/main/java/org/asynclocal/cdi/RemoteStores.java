package org.asynclocal.cdi;

import org.asynclocal.RunnableOp;
import org.asynclocal.bridge.HeaderCarrier;

/**
 * Sends stores with messages and receives them: those that the configuration names, as text, in the
 * message's headers. An application injects it where it sends and where it receives.
 *
 * <pre>{@code
 * remoteStores.send(headersOf(message)); // before the message is sent
 * remoteStores.receive(headersOf(message), () -> handle(message)); // where it arrives
 * }</pre>
 *
 * <p>Requests of Jakarta REST clients and servers carry them without it. Thread-safe.
 *
 * @since 1.0
 */
public interface RemoteStores {

  /**
   * Adds the current values to the headers of a message that is about to be sent.
   *
   * @param headers the message's headers
   * @throws NullPointerException if the headers are null
   */
  void send(HeaderCarrier headers);

  /**
   * Runs the operation with the stores that came with a message and with no others. Afterwards the
   * thread holds again what it held before.
   *
   * @param headers the message's headers
   * @param op the operation
   * @param <X> the type of exception that the operation may throw
   * @throws X if the operation throws it
   * @throws NullPointerException if an argument is null
   */
  <X extends Throwable> void receive(HeaderCarrier headers, RunnableOp<X> op) throws X;
}
