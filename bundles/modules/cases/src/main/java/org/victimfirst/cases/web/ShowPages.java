package org.victimfirst.cases.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.cases.CaseDirectory;
import org.victimfirst.api.cases.CaseHead;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.security.Audit;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.PageSet;
import org.victimfirst.api.web.Route;
import org.victimfirst.cases.domain.CaseFiles;
import org.victimfirst.cases.domain.CasePermissions;

/** Shows one masked detail of a person for one view of the page; what was shown is recorded. */
@Component
@VictimFirstModule(module = "cases")
public final class ShowPages implements PageSet {
  private static final Pattern DETAIL = Pattern.compile("(phone|email|address)(?:@([0-9]{1,19}))?");

  private final OverviewTab overview;
  private final PersonTab person;
  private final CaseDirectory directory;
  private final CaseFiles files;
  private final Audit audit;

  /** For the platform. */
  @Activate
  public ShowPages(
      @Reference OverviewTab overview,
      @Reference PersonTab person,
      @Reference CaseDirectory directory,
      @Reference CaseFiles files,
      @Reference Audit audit) {
    this.overview = overview;
    this.person = person;
    this.directory = directory;
    this.files = files;
    this.audit = audit;
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.post(Paths.SHOW, CasePermissions.CONTACT, this::show));
  }

  private PageResponse show(PageRequest request) {
    long caseId = request.id("caseId");
    String detail = request.field("detail");
    Matcher parts = DETAIL.matcher(detail);
    if (!parts.matches()) {
      throw ProblemException.badRequest("unknown_detail", "There is no such detail.");
    }
    CaseHead head =
        directory
            .head(request.call(), caseId, request.hidePersonalDetails())
            .orElseThrow(() -> ProblemException.notFound("There is no such case."));
    if (files
        .find(request.call(), caseId)
        .filter(file -> ContactDetails.shows(file, request, detail))
        .isPresent()) {
      Map<String, String> details = new TreeMap<>();
      details.put("detail", parts.group(1));
      if (parts.group(2) != null) {
        details.put("referral", parts.group(2));
      }
      audit.record(request.call(), "cases.detail.shown", "case", caseId, details);
    }
    return request.field("tab").equals(PersonTab.KEY)
        ? PageResponse.page("Person", person.content(request, head, detail))
            .ofCase(caseId, PersonTab.KEY)
        : PageResponse.page("Overview", overview.content(request, head, detail)).ofCase(caseId, "");
  }
}
