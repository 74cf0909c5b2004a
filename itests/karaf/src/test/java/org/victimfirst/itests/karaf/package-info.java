/** Tests that run inside the assembled distribution. */
package org.victimfirst.itests.karaf;
