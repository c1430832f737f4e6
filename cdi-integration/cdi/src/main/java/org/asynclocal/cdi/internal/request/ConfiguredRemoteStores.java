package org.asynclocal.cdi.internal.request;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.asynclocal.RunnableOp;
import org.asynclocal.bridge.HeaderCarrier;
import org.asynclocal.cdi.RemoteStores;
import org.asynclocal.cdi.internal.storage.NamedStorages;
import org.asynclocal.internal.bridge.ApplicationSettings;
import org.asynclocal.internal.bridge.BaggagePropagation;
import org.asynclocal.internal.context.FrameScope;

@ApplicationScoped
class ConfiguredRemoteStores implements RemoteStores {
  private final BaggagePropagation propagation = BaggagePropagation.of(ApplicationSettings.find());
  private final NamedStorages storages;

  @Inject
  ConfiguredRemoteStores(NamedStorages storages) {
    this.storages = storages;
  }

  /** Creates the client proxy's superclass part, which needs no state. */
  ConfiguredRemoteStores() {
    this(new NamedStorages());
  }

  @Override
  public void send(HeaderCarrier headers) {
    propagation.send(headers);
  }

  @Override
  public <X extends Throwable> void receive(HeaderCarrier headers, RunnableOp<X> op) throws X {
    requireNonNull(op, "op");
    Map<String, String> values = propagation.received(headers);
    FrameScope nothing = FrameScope.ofNothing();
    try {
      values.forEach((name, value) -> storages.<String>named(name).enterWith(value));
      op.run();
    } finally {
      nothing.restore();
    }
  }
}
