package org.asynclocal.cdi.internal.rest;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.asynclocal.cdi.Application;
import org.asynclocal.cdi.internal.servlet.WebApplication;
import org.asynclocal.cdi.internal.servlet.WebServer;
import org.jboss.resteasy.cdi.CdiInjectorFactory;
import org.jboss.resteasy.plugins.server.servlet.HttpServlet30Dispatcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestBoundaryTest {
  private static Application beans;
  private static WebServer server;

  @BeforeAll
  static void start() throws Exception {
    beans = Application.of(RestApplication.Resource.class, RestApplication.ByInterface.class);
    server =
        WebServer.Kind.UNDERTOW.start(
            new WebApplication()
                .parameter("jakarta.ws.rs.Application", RestApplication.class.getName())
                .parameter("resteasy.injector.factory", CdiInjectorFactory.class.getName())
                .servlet("/*", new HttpServlet30Dispatcher()));
  }

  @AfterAll
  static void stop() {
    server.close();
    beans.close();
  }

  @BeforeEach
  void forget() {
    RestApplication.AFTERWARDS.clear();
  }

  @ParameterizedTest
  @ValueSource(strings = {"stage", "interface", "resume"})
  void filters_and_writers_of_a_late_answer_see_the_store(String path) throws Exception {
    HttpResponse<String> answer = server.answer("/" + path);

    assertThat(answer.body()).isEqualTo("answer");
    assertThat(answer.headers().firstValue("X-Filter")).contains("entered");
    assertThat(answer.headers().firstValue("X-Writer")).contains("entered");
  }

  @ParameterizedTest
  @ValueSource(strings = {"stage-entered", "resume-here"})
  void they_see_what_the_method_entered(String path) throws Exception {
    HttpResponse<String> answer = server.answer("/" + path);

    assertThat(answer.body()).isEqualTo("answer");
    assertThat(answer.headers().firstValue("X-Filter")).contains("entered by the method");
    assertThat(answer.headers().firstValue("X-Writer")).contains("entered by the method");
  }

  @ParameterizedTest
  @ValueSource(strings = {"stage-failed", "resume-failed"})
  void the_exception_mapper_of_a_late_failure_sees_the_store(String path) throws Exception {
    HttpResponse<String> answer = server.answer("/" + path);

    assertThat(answer.statusCode()).isEqualTo(418);
    assertThat(answer.headers().firstValue("X-Mapper")).contains("entered");
    assertThat(answer.headers().firstValue("X-Filter")).contains("entered");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cancel", "cancel-seconds", "cancel-date"})
  void the_filter_of_a_late_cancellation_sees_the_store(String path) throws Exception {
    HttpResponse<String> answer = server.answer("/" + path);

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("X-Filter")).contains("entered");
  }

  @Test
  void the_exception_mapper_of_a_timeout_sees_the_store() throws Exception {
    HttpResponse<String> answer = server.answer("/timeout");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("X-Mapper")).contains("entered");
  }

  @Test
  void the_handler_of_a_timeout_sees_the_store() throws Exception {
    HttpResponse<String> answer = server.answer("/timeout-handled");

    assertThat(answer.body()).isEqualTo("handled with entered");
    assertThat(answer.headers().firstValue("X-Filter")).contains("entered");
  }

  @ParameterizedTest
  @ValueSource(strings = {"stage", "stage-failed", "resume", "resume-failed", "cancel"})
  void the_answering_thread_keeps_nothing(String path) throws Exception {
    server.answer("/" + path);

    assertThat(RestApplication.AFTERWARDS.poll(20, SECONDS)).isEqualTo("null");
  }
}
