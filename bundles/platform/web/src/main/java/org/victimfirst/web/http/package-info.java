/** Requests, forms, uploads, cookies and headers: what the servlet API leaves to do. */
@NullMarked
package org.victimfirst.web.http;

import org.jspecify.annotations.NullMarked;
