package org.asynclocal.it.concurrency;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.asynclocal.AsyncLocalStorage;
import org.jspecify.annotations.Nullable;

/** Marks of a piece of work that are visible on its thread. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
public class Marks {
  static final AsyncLocalStorage<String> STORE = AsyncLocalStorage.named("concurrency");

  @Resource private TransactionSynchronizationRegistry transactions;
  @Inject private CallerBean callers;
  @Inject private RequestMark request;

  /** The marks of the request's own thread; the work must have the same, or none. */
  record Own(@Nullable String store, String caller, Object transaction) {}

  Own own(String store) {
    request.value(store);
    return new Own(store, callers.caller(), transactions.getTransactionKey());
  }

  /** Names what of the caller's is here, in a fixed order; and what is here of somebody else. */
  String carriedFrom(Own own) {
    List<String> carried = new ArrayList<>();
    name("store", own.store(), STORE.getStore(), carried);
    name("caller", own.caller(), caller(), carried);
    name("transaction", own.transaction(), transactions.getTransactionKey(), carried);
    name("request scope", own.store(), requestMark(), carried);
    if (hasNaming()) {
      carried.add("naming");
    }
    if (Thread.currentThread().toString().startsWith("VirtualThread")) {
      carried.add("on a virtual thread");
    }
    return carried.isEmpty() ? "nothing" : String.join(", ", carried);
  }

  private static void name(
      String what, @Nullable Object own, @Nullable Object here, List<String> carried) {
    if (here != null) {
      carried.add(here.equals(own) ? what : "another's " + what);
    }
  }

  private @Nullable String caller() {
    String caller = callers.caller();
    return List.of("anonymous!", "ANONYMOUS!", "UNAUTHENTICATED!").contains(caller) ? null : caller;
  }

  private @Nullable String requestMark() {
    try {
      String value = request.value();
      return value.isEmpty() ? null : value;
    } catch (ContextNotActiveException none) {
      return null;
    }
  }

  @SuppressWarnings("BanJNDI") // a fixed name of the server's own
  private static boolean hasNaming() {
    try {
      return InitialContext.doLookup("java:module/ModuleName") != null;
    } catch (NamingException none) {
      return false;
    }
  }
}
