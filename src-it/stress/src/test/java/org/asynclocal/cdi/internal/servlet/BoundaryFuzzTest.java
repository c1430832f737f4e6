package org.asynclocal.cdi.internal.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.ContextSnapshot;
import org.asynclocal.fuzz.Configurations;
import org.asynclocal.internal.context.FrameScope;

@Label("The request boundary")
class BoundaryFuzzTest {
  private static final AsyncLocalStorage<String> STORE = AsyncLocalStorage.named("fuzz");
  private static final ServletResponse RESPONSE = Stub.of(HttpServletResponse.class);

  private final BoundaryFilter boundary = new BoundaryFilter(null);

  /** An application's code in its request. */
  enum Deed {
    ENTER,
    LEAVE_SCOPE_OPEN,
    FORGET_REPLAY,
    DISABLE,
    EXIT,
    FORWARD;

    void doIn(HttpServletRequest request, BoundaryFilter boundary)
        throws IOException, ServletException {
      switch (this) {
        case ENTER -> STORE.enterWith("entered");
        case LEAVE_SCOPE_OPEN -> STORE.withScope("left open");
        case FORGET_REPLAY -> FrameScope.ofNothing();
        case DISABLE -> STORE.disable();
        case EXIT -> STORE.exit(() -> {});
        case FORWARD -> boundary.doFilter(request, RESPONSE, (forwarded, response) -> {});
      }
    }
  }

  /** How a request ends. */
  enum End {
    RETURN,
    UNCHECKED,
    IO,
    SERVLET,
    ERROR;

    void come() throws IOException, ServletException {
      switch (this) {
        case UNCHECKED -> throw new IllegalStateException("fuzz");
        case IO -> throw new IOException("fuzz");
        case SERVLET -> throw new ServletException("fuzz");
        case ERROR -> throw new FuzzError();
        default -> {}
      }
    }
  }

  @Provide
  Arbitrary<List<Deed>> deeds() {
    return Arbitraries.of(Deed.values()).list().ofMaxSize(6);
  }

  @Provide
  Arbitrary<Object> attributes() {
    return Arbitraries.oneOf(Arbitraries.strings(), Arbitraries.integers(), Arbitraries.of(STORE));
  }

  @Property(tries = 2_000)
  @Label("begins with nothing and leaves the thread as it was, whatever a request does and throws")
  void leavesNothing(
      @ForAll("deeds") List<Deed> first,
      @ForAll("deeds") List<Deed> second,
      @ForAll End end,
      @ForAll("attributes") Object foreign,
      @ForAll boolean bound) {
    HttpServletRequest request = Stub.of(HttpServletRequest.class);
    request.setAttribute(RequestState.class.getName(), foreign);
    AsyncLocalStorage<String> threads = AsyncLocalStorage.named("thread's");
    if (bound) {
      threads.enterWith("its own");
    }
    ContextSnapshot before = AsyncLocalStorage.snapshot();

    assertEnds(end, request, first);
    assertThat(AsyncLocalStorage.snapshot()).isSameAs(before);
    assertEnds(end, Stub.of(HttpServletRequest.class), second);
    assertThat(AsyncLocalStorage.snapshot()).isSameAs(before);
    threads.disable();
  }

  private void assertEnds(End end, HttpServletRequest request, List<Deed> deeds) {
    Throwable expected = catchThrowable(end::come);
    Throwable thrown =
        catchThrowable(() -> boundary.doFilter(request, RESPONSE, application(deeds, end)));
    assertThat(thrown == null ? null : thrown.toString())
        .isEqualTo(expected == null ? null : expected.toString());
  }

  private FilterChain application(List<Deed> deeds, End end) {
    return (request, response) -> {
      assertThat(AsyncLocalStorage.snapshot()).hasToString("ContextSnapshot[0 bound]");
      for (Deed deed : deeds) {
        deed.doIn((HttpServletRequest) request, boundary);
      }
      end.come();
    };
  }

  @Provide
  Arbitrary<String> parameters() {
    return Configurations.values();
  }

  @Property(tries = 1_000)
  @Label("is there, is left out, or refuses its context parameter with ASYNCLOCAL-056")
  void parameter(@ForAll("parameters") String value) {
    ServletContext context = Stub.of(ServletContext.class);
    context.setInitParameter("asynclocal.boundary", value);

    Throwable thrown = catchThrowable(() -> new BoundaryInitializer().onStartup(null, context));

    if (value.equals("true") || value.equals("false")) {
      assertThat(thrown).isNull();
    } else {
      assertThat(thrown)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("ASYNCLOCAL-056");
    }
  }

  private static final class FuzzError extends Error {
    @Serial private static final long serialVersionUID = 1L;

    FuzzError() {
      super("fuzz");
    }
  }
}
