package org.asynclocal.transaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** Methods of a business service, by what they want of the transaction. */
@ApplicationScoped
class Services {
  @Transactional
  public void required(Runnable work) {
    work.run();
  }

  @Transactional(TxType.REQUIRES_NEW)
  public void requiresNew(Runnable work) {
    work.run();
  }

  @Transactional(TxType.NOT_SUPPORTED)
  public void notSupported(Runnable work) {
    work.run();
  }
}
