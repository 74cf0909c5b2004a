package org.victimfirst.api.rest;

import java.util.List;
import java.util.function.IntFunction;

/**
 * One page of a list.
 *
 * @param items what is on the page
 * @param page number of the page, from 1
 * @param size items per page at most
 * @param total items on all pages
 */
public record Paged<T>(List<T> items, int page, int size, long total) {
  /** Largest page that may be asked for. */
  public static final int MAX_SIZE = 200;

  /** Copies the items. */
  public Paged {
    items = List.copyOf(items);
  }

  /** Number of pages, at least 1. */
  public int pages() {
    return (int) Math.max(1, (total + size - 1) / size);
  }

  /**
   * The page that is asked for, or the last one where the list ends before it: what a page of the
   * console shows.
   *
   * @param page number of the page that is asked for
   * @param read reads a page by its number
   */
  public static <T> Paged<T> atMostLast(int page, IntFunction<Paged<T>> read) {
    Paged<T> found = read.apply(page);
    int last = found.pages();
    return found.page() > last ? read.apply(last) : found;
  }

  /** First row to fetch; beyond all rows for a page that nobody can have. */
  public static int offset(int page, int size) {
    return (int) Math.min(Integer.MAX_VALUE, (long) Math.max(0, page - 1) * size);
  }
}
