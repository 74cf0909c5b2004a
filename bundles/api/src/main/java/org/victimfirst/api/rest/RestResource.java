package org.victimfirst.api.rest;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Marks a JAX-RS root resource of a module. A service of this type with {@code
 * victimfirst.module=needs} is published under {@code /api/v1/needs}, in a server of the module's
 * own, with authentication, permission ({@link org.victimfirst.api.security.Requires}),
 * problem+json and OpenAPI applied. It is a singleton, called by many threads at once.
 *
 * <p>64-bit ids are written as JSON strings, since JavaScript's numbers lose their last digits;
 * dates as {@code 2020-04-01}, times as {@code 2020-04-01T10:11:12} (local, Europe/London) or with
 * offset where a moment is meant; empty fields are left out.
 */
@ConsumerType
public interface RestResource {}
