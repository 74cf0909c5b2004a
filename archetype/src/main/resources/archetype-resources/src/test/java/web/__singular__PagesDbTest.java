package ${package}.web;

import static org.assertj.core.api.Assertions.assertThat;
import static ${package}.fixture.Test${module}.CASEWORKER;
import static ${package}.fixture.Test${module}.CLOSED;
import static ${package}.fixture.Test${module}.COLLEAGUE;
import static ${package}.fixture.Test${module}.OPEN;
import static ${package}.fixture.Test${module}.note;

import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.web.PageResponse;
import ${package}.domain.${singular};
import ${package}.fixture.Test${module};
import org.victimfirst.testing.OnEachDatabase;
import org.victimfirst.testing.TestPages;
import org.victimfirst.testing.TestRequest;

class ${singular}PagesDbTest {
  private static final String ADD = Paths.add(OPEN);

  @OnEachDatabase
  void whatIsSavedStandsOnTheTabAndInTheList(Dialect dialect) {
    try (Test${module} test = new Test${module}(dialect)) {
      TestPages pages = pages(test);
      assertThat(tab(test, OPEN, asked())).contains("Nothing is noted yet", "New ${label.toLowerCase()}");
      assertThat(TestPages.html(pages.get(ADD, asked()))).contains("9 July 2020", "_csrf");

      PageResponse saved =
          pages.post(ADD, asked().sending("day", "4/7/2020").sending("note", "Asked for a call"));

      assertThat(saved).isEqualTo(PageResponse.redirect(Paths.tab(OPEN), "${label} saved"));
      assertThat(tab(test, OPEN, asked()))
          .contains("4 July 2020", "Asked for a call", "Alex Example");
      assertThat(tab(test, OPEN, asked().hiding()))
          .contains("4 July 2020", "Hidden")
          .doesNotContain("Asked for a call");
      String list = TestPages.html(pages.get(Paths.LIST, asked()));
      assertThat(list).contains("Robin Example", "VF-TEST-1", "No voicemail", "4 July 2020");
      assertThat(TestPages.html(pages.get(Paths.LIST, asked().hiding())))
          .contains("Name hidden", "No voicemail")
          .doesNotContain("Robin Example");
    }
  }

  @OnEachDatabase
  void refusedFormKeepsEveryWordAndSaysWhatIsWrong(Dialect dialect) {
    try (Test${module} test = new Test${module}(dialect)) {
      TestRequest typed = asked().sending("day", "10 July 2020").sending("note", "<b>Words</b>");

      PageResponse.Page page = (PageResponse.Page) pages(test).post(ADD, typed);

      assertThat(page.status()).isEqualTo(422);
      assertThat(TestPages.html(page))
          .contains("href=\"#day\"", "Enter a day that is not in the future.")
          .contains("10 July 2020", "&lt;b&gt;Words&lt;/b&gt;");
      String unread = TestPages.html(pages(test).post(ADD, typed.sending("day", "31/6/2020")));
      assertThat(unread).contains("Enter a day that exists", "31/6/2020");
    }
  }

  @OnEachDatabase
  void conflictShowsWhatIsStoredAndKeepsWhatWasTyped(Dialect dialect) {
    try (Test${module} test = new Test${module}(dialect)) {
      ${singular} stored = test.work().add(CASEWORKER, OPEN, note("First"));
      String address = Paths.change(stored.id());
      TestPages pages = pages(test);
      assertThat(TestPages.html(pages.get(address, asked()))).contains("First");
      assertThat(TestPages.html(pages.get(address, asked().hiding()))).doesNotContain("First");
      test.work().change(COLLEAGUE, stored.id(), 1, note("The colleague's words"));
      TestRequest mine = asked().sending("day", "9 July 2020").sending("note", "My words");

      TestRequest late = mine.sending("version", "1");
      assertThat(TestPages.html(pages.post(address, late.sending("day", "31 June 2020"))))
          .contains("Enter a day that exists", "name=\"version\" value=\"1\"");
      assertThat(TestPages.html(pages.post(address, late.hiding())))
          .contains("Two versions", "Show personal details", "name=\"version\" value=\"1\"")
          .doesNotContain("The colleague");
      String html = TestPages.html(pages.post(address, late));
      PageResponse saved = pages.post(address, mine.sending("version", "2"));

      assertThat(html).contains("Two versions", "The colleague&#39;s words", "My words");
      assertThat(html).contains("name=\"version\" value=\"2\"");
      assertThat(saved).isEqualTo(PageResponse.redirect(Paths.tab(OPEN), "${label} saved"));
      assertThat(tab(test, OPEN, asked())).contains("My words");
    }
  }

  @OnEachDatabase
  void closedCaseOffersNothing(Dialect dialect) {
    try (Test${module} test = new Test${module}(dialect)) {
      String address = Paths.add(CLOSED);
      TestRequest typed = asked().sending("day", "9 July 2020").sending("note", "Too late");

      assertThat(tab(test, CLOSED, asked())).doesNotContain(address);
      assertThat(pages(test).get(address, asked()))
          .isEqualTo(PageResponse.redirect(Paths.tab(CLOSED)));
      assertThat(TestPages.html(pages(test).post(address, typed)))
          .contains("The case is closed", "Too late");
    }
  }

  private static TestPages pages(Test${module} test) {
    return new TestPages(new ${singular}Pages(test.work()));
  }

  private static TestRequest asked() {
    return TestRequest.by(CASEWORKER);
  }

  private static String tab(Test${module} test, long caseId, TestRequest request) {
    return new ${module}Tab(test.work()).content(request, test.head(caseId)).asString();
  }
}
