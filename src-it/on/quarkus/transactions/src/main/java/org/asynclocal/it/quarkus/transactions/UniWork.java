package org.asynclocal.it.quarkus.transactions;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.function.Supplier;
import org.asynclocal.it.transactions.Work;

/** Methods that return a Uni, by what they want of the transaction. */
@ApplicationScoped
public class UniWork {
  @Transactional
  public <T> Uni<T> required(Supplier<Uni<T>> work) {
    return work.get();
  }

  @Transactional(TxType.REQUIRES_NEW)
  public <T> Uni<T> requiresNew(Supplier<Uni<T>> work) {
    return work.get();
  }

  @Transactional(dontRollbackOn = Work.Harmless.class)
  public <T> Uni<T> tolerant(Supplier<Uni<T>> work) {
    return work.get();
  }
}
