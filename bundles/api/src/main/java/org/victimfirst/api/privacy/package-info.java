/** The data protection contract of every module that holds personal data. */
@Version("1.0.0")
@NullMarked
package org.victimfirst.api.privacy;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
