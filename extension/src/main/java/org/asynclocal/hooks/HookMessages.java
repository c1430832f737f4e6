package org.asynclocal.hooks;

import org.asynclocal.internal.config.Message;

/** The hooks' messages. Each id has its section in the troubleshooting guide. */
final class HookMessages {
  static final Message HOOK_THREW =
      new Message(
          "ASYNCLOCAL-020",
          "The hook '%s' threw; the application's work goes on, and so do the other hooks.",
          "Mend the listener: it should catch what it can't avoid. Further exceptions of this hook"
              + " are not reported.");

  static final Message HOOK_RECURSES =
      new Message(
          "ASYNCLOCAL-021",
          "The hook '%s' was disabled: what it does in its callbacks creates events without end (%d"
              + " deep).",
          "Create no asynchronous resource in a callback, or only under a condition that ends.");

  static final Message HOOK_BLOCKS =
      new Message(
          "ASYNCLOCAL-160",
          "The hook '%s' has been in one callback for more than %d seconds; the thread that it is"
              + " on waits for it.",
          "Let its callbacks note what they need and return; wait, write and send elsewhere.");

  private HookMessages() {}
}
