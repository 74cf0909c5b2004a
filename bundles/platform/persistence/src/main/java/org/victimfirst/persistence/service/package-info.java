/** The components that put the parts into the framework. */
@NullMarked
package org.victimfirst.persistence.service;

import org.jspecify.annotations.NullMarked;
