package org.victimfirst.security.internal.web;

import java.util.List;
import java.util.Map;
import org.victimfirst.api.security.Call;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.PageSet;
import org.victimfirst.testing.TestPages;
import org.victimfirst.testing.TestRequest;

/** Asks for pages as the shell does. */
final class Asked {
  private Asked() {}

  /** Finds the route and lets it answer, after the permission was checked. */
  static PageResponse answer(
      PageSet set, Call call, String method, String path, Map<String, List<String>> values) {
    TestPages pages = new TestPages(set);
    TestRequest request = TestRequest.by(call);
    return method.equals("GET")
        ? pages.get(path, request.asking(values))
        : pages.post(path, request.sending(values));
  }

  static PageResponse.Page page(PageResponse response) {
    return (PageResponse.Page) response;
  }

  static String html(PageResponse response) {
    return TestPages.html(response);
  }
}
