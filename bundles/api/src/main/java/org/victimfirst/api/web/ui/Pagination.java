package org.victimfirst.api.web.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Links to the pages of a list.
 *
 * @param items numbered pages; an entry with an empty address is a gap
 * @param previous address of the page before, or an empty string
 * @param next address of the page after, or an empty string
 * @param label what it is for, for those who do not see the page
 * @param classes further classes
 */
public record Pagination(
    List<Item> items, String previous, String next, String label, String classes) {
  /** Copies the items. */
  public Pagination {
    items = List.copyOf(items);
  }

  /**
   * A numbered page.
   *
   * @param number its number as shown
   * @param href its address; empty for a gap
   * @param current whether it is the page that is shown
   */
  public record Item(String number, String href, boolean current) {
    /** Pages that are left out. */
    public static final Item GAP = new Item("", "", false);
  }

  /**
   * First, last, this page and its neighbours.
   *
   * @param page the page that is shown, from 1
   * @param pages number of pages
   * @param address gives the address of a page
   */
  public static Pagination of(int page, int pages, IntFunction<String> address) {
    List<Item> items = new ArrayList<>();
    int last = 0;
    for (int n = 1; n <= pages; n++) {
      boolean shown = n == 1 || n == pages || Math.abs(n - page) <= 1 || pages <= 7;
      if (shown) {
        if (n - last > 1) {
          items.add(Item.GAP);
        }
        items.add(new Item(String.valueOf(n), address.apply(n), n == page));
        last = n;
      }
    }
    return new Pagination(
        items,
        page > 1 ? address.apply(page - 1) : "",
        page < pages ? address.apply(page + 1) : "",
        "Pages",
        "");
  }
}
