package org.victimfirst.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.victimfirst.api.persistence.Dialect;

/**
 * A test that is run once on each database. Its one parameter is the {@link Dialect}, for {@link
 * TestDatabase#open}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "{0}")
@EnumSource(Dialect.class)
public @interface OnEachDatabase {}
