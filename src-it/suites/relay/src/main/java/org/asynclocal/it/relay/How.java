package org.asynclocal.it.relay;

import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Invocation;
import java.net.URI;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.asynclocal.cdi.rest.SendStores;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** The ways to call the next server. */
public enum How {
  MICROPROFILE {
    @Override
    String call(URI next, String to) {
      return client(next).call(to, this);
    }
  },
  MICROPROFILE_STAGE {
    @Override
    String call(URI next, String to) {
      return client(next).stage(to, this).toCompletableFuture().join();
    }
  },
  JAKARTA {
    @Override
    String call(URI next, String to) {
      return request(next, to, request -> request.get(String.class));
    }
  },
  JAKARTA_STAGE {
    @Override
    String call(URI next, String to) {
      return request(
          next, to, request -> request.rx().get(String.class).toCompletableFuture().join());
    }
  },
  JAKARTA_FUTURE {
    @Override
    String call(URI next, String to) {
      return request(next, to, request -> get(request));
    }
  };

  abstract String call(URI next, String to);

  private static Next client(URI next) {
    return RestClientBuilder.newBuilder().baseUri(next).build(Next.class);
  }

  String request(URI next, String to, Function<Invocation.Builder, String> get) {
    try (Client client = ClientBuilder.newClient()) {
      return get.apply(
          client
              .register(SendStores.class)
              .target(next)
              .path("relay")
              .queryParam("to", to)
              .queryParam("how", this)
              .request());
    }
  }

  private static String get(Invocation.Builder request) {
    try {
      return request.async().get(String.class).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new CompletionException(e);
    }
  }
}
