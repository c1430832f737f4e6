package org.asynclocal.it.concurrency;

/** Ways that not every server has. */
interface MoreWays {
  void send(Way way, Runnable work);
}
