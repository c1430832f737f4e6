package org.asynclocal.examples.request;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The CDI event that a request's store has been bound.
 *
 * @param request the request
 * @param id its id
 */
public record RequestOpened(HttpServletRequest request, String id) {}
