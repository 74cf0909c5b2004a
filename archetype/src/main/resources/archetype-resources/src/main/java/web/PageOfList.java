package ${package}.web;

import java.util.function.IntFunction;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Pagination;

/** Which page of a list is shown, and the links to the others. */
final class PageOfList {
  static final int SIZE = 20;

  private PageOfList() {}

  /** The page that was asked for, or the last one where the list ends before it. */
  static <T> Paged<T> of(PageRequest request, IntFunction<Paged<T>> read) {
    return Paged.atMostLast(number(request), read);
  }

  private static int number(PageRequest request) {
    String asked = request.query("page").orElse("");
    return asked.matches("\\d{1,6}") ? Math.max(1, Integer.parseInt(asked)) : 1;
  }

  /** Links to the pages; nothing when there is one. */
  static Html links(Paged<?> shown, String path) {
    return Govuk.pagination(
        Pagination.of(shown.page(), shown.pages(), page -> path + "?page=" + page));
  }
}
