package org.victimfirst.security.internal.web;

import org.victimfirst.api.web.Html;

/**
 * Who may do what in one module.
 *
 * @param table a row for each permission
 */
public record ModuleRights(String name, String title, Html table) {}
