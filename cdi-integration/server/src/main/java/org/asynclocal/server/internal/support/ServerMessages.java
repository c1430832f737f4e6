package org.asynclocal.server.internal.support;

import org.asynclocal.internal.config.Message;
import org.asynclocal.internal.config.Setting;

/** The server kit's messages. Each id has its section in the troubleshooting guide. */
public final class ServerMessages {
  public static final Message TWO_PROVIDERS =
      new Message(
          "ASYNCLOCAL-101",
          "Two providers carry the context type '%s': %s and %s.",
          "Remove one, or name the type in '"
              + Setting.PROVIDERS_EXCLUDED.key()
              + "' to use the application's own.");

  public static final Message BAD_CONFIGURATION =
      new Message(
          "ASYNCLOCAL-102",
          "The configuration of %s can't be honoured: %s",
          "Correct the annotation or the MicroProfile Config key.");

  public static final Message UNKNOWN_KEY =
      new Message(
          "ASYNCLOCAL-103",
          "The configuration key '%s' is unknown; the keys are %s.",
          "Correct or remove it.");

  public static final Message UNKNOWN_SERVER =
      new Message(
          "ASYNCLOCAL-104",
          "This server's security is not known: the caller's identity is carried only as far as the"
              + " server's own managed executor carries it, and not to inline stages.",
          "Run on a server of the list in the deployment guide, or add a ThreadContextProvider of"
              + " type 'Security' for this one.");

  public static final Message NO_EXECUTOR =
      new Message(
          "ASYNCLOCAL-105",
          "There is no managed executor under the name '%s': %s",
          "Set '" + Setting.EXECUTOR.key() + "' to the JNDI name of a ManagedExecutorService.");

  public static final Message DEFAULT_EXECUTOR =
      new Message(
          "ASYNCLOCAL-106",
          "The kit's executor '%s' is not there, so tasks run on the server's default one, which"
              + " captures each task's context a second time.",
          "Leave 'metadata-complete' out of web.xml so that the kit's web fragment is read, or set"
              + " '"
              + Setting.EXECUTOR.key()
              + "'.");

  public static final Message TRANSACTION_OVER =
      new Message(
          "ASYNCLOCAL-107",
          "A task was to run in its caller's transaction, but that is over (%s).",
          "Wait for the task before the method with the transaction returns, or clear the context"
              + " type 'Transaction' for it.");

  public static final Message TASKS_UNFINISHED =
      new Message(
          "ASYNCLOCAL-108",
          "A transaction ended (%s) while tasks were still working in it: %s.",
          "Wait for them before the method with the transaction returns, choose with"
              + " @UnfinishedTasks that the kit does, or clear the context type 'Transaction' for"
              + " them.");

  public static final Message TRANSACTION_SHARED =
      new Message(
          "ASYNCLOCAL-109",
          "Two tasks are in one transaction at the same time: %s; and %s.",
          "Let the tasks of one transaction follow each other, for example as stages, or clear the"
              + " context type 'Transaction' for them. This is reported once for a transaction.");

  public static final Message TRANSACTION_LEFT =
      new Message(
          "ASYNCLOCAL-110",
          "A task on thread '%s' left a transaction of its own open; it was rolled back.",
          "End every transaction in the task that began it.");

  public static final Message PROVIDER_FAILED =
      new Message(
          "ASYNCLOCAL-111",
          "The provider %s of the context type '%s' failed in %s; the other contexts are not"
              + " affected.",
          "Correct the provider; the stack trace shows where.");

  public static final Message IDENTITY_UNKNOWN =
      new Message(
          "ASYNCLOCAL-112",
          "The caller's identity could not be read; the task runs as anonymous.",
          "The stack trace shows why.");

  public static final Message NO_TRANSACTIONS =
      new Message(
          "ASYNCLOCAL-113",
          "The server has no transaction manager that could be found (%s): transactions are not"
              + " carried.",
          "Nothing needs to be done if the application uses none.");

  public static final Message STALLED =
      new Message(
          "ASYNCLOCAL-114",
          "Thread '%s' waits for a task that can't begin: all %s threads that run this"
              + " application's tasks wait for tasks that wait for a thread.",
          "Do not wait inside a task for another task of the same executor: chain stages"
              + " (thenCompose, thenCombine), or give the inner tasks an executor of their own.");

  public static final Message TWO_CONFIGURATIONS =
      new Message(
          "ASYNCLOCAL-115",
          "The name '%s' has two different configurations, at %s and at %s.",
          "Write the configuration at one injection point of the name.");

  public static final Message SECURITY_UNLIKE =
      new Message(
          "ASYNCLOCAL-130",
          "The class '%s', with which this server keeps the caller's identity, or the one that"
              + " keeps the thread's request is not as expected.",
          "Run on a server version of the list in the deployment guide; the stack trace shows what"
              + " is missing.");

  public static final Message SETTING_OF_NO_USE =
      new Message(
          "ASYNCLOCAL-131",
          "The configuration key '%s' means nothing on this server, which has MicroProfile Context"
              + " Propagation of its own.",
          "Remove it. To clear a context type, name it in 'mp.context.ManagedExecutor.cleared' and"
              + " 'mp.context.ThreadContext.cleared'.");

  public static final Message TRANSACTION_STAYS =
      new Message(
          "ASYNCLOCAL-132",
          "%s is refused inside a transaction: this server keeps a transaction on one thread, and"
              + " this was to be in it on another.",
          "Hand it over outside of the transaction, or clear the context type 'Transaction' for the"
              + " executor: it is then no part of the transaction.");

  public static final Message NO_CONFIG =
      new Message(
          "ASYNCLOCAL-133",
          "The server has no MicroProfile Config, in which the kit's configuration is: %s",
          "Turn it on; in Open Liberty's server.xml it is the feature mpConfig-3.1.");

  public static final Message TASKS_ROLLED_BACK =
      new Message(
          "ASYNCLOCAL-152",
          "A transaction is rolled back instead of committed, as chosen, because tasks were still"
              + " working in it: %s.",
          "Wait for them before the method with the transaction returns.");

  public static final Message TASKS_TOO_SLOW =
      new Message(
          "ASYNCLOCAL-153",
          "A transaction is rolled back, because tasks were waited for, as chosen, up to %s s and"
              + " were still working in it: %s.",
          "Give @UnfinishedTasks a longer time, or the tasks less to do.");

  public static final Message TRANSACTION_USED =
      new Message(
          "ASYNCLOCAL-155",
          "Thread '%s' uses a transaction, in %s, while a task is at work in it: %s.",
          "Wait for the task before going on in the transaction, or clear the context type"
              + " 'Transaction' for it. This is reported once for a transaction.");

  public static final Message STOPPED =
      new Message(
          "ASYNCLOCAL-116",
          "The application has stopped before the task could begin.",
          "Nothing needs to be done where work may be lost when the application stops; wait for it"
              + " in a @PreDestroy method where it may not.");

  private ServerMessages() {}
}
