package org.asynclocal.examples.request;

import jakarta.servlet.http.HttpServletRequest;

/**
 * A CDI event: the store of a request has been opened.
 *
 * @param request the request
 * @param id its id
 */
public record RequestOpened(HttpServletRequest request, String id) {}
