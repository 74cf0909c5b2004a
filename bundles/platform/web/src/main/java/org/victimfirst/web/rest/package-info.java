/** What the console says about itself by REST. */
@org.jspecify.annotations.NullMarked
package org.victimfirst.web.rest;
