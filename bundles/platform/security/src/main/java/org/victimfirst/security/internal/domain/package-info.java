/**
 * People, roles, secrets and the audit as the rest of this bundle speaks of them: records and
 * rules.
 */
@NullMarked
package org.victimfirst.security.internal.domain;

import org.jspecify.annotations.NullMarked;
