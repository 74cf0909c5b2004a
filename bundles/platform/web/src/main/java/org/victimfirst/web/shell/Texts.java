package org.victimfirst.web.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.rest.RestPublications;
import org.victimfirst.security.Sessions;
import org.victimfirst.web.template.JteaccessibilityGenerated;
import org.victimfirst.web.template.JteapiGenerated;
import org.victimfirst.web.template.JtehelpGenerated;
import org.victimfirst.web.template.JteprivacyGenerated;
import org.victimfirst.web.template.JtereportProblemGenerated;

/** Pages to read: help, accessibility, privacy, how to report a problem, the REST interface. */
@Component(service = Texts.class)
public final class Texts {
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable RestPublications publications;

  PageResponse help(Visit visit, Area area) {
    return PageResponse.page(
        "Help",
        Templates.html(
            output ->
                JtehelpGenerated.render(
                    output,
                    null,
                    visit.signedIn(),
                    area.setting("contact.phone"),
                    area.setting("contact.hours"))));
  }

  PageResponse accessibility(Area area) {
    return PageResponse.page(
        "Accessibility statement",
        Templates.html(
            output -> JteaccessibilityGenerated.render(output, null, area.serviceName())));
  }

  PageResponse privacy(Area area, Sessions sessions) {
    return PageResponse.page(
        "Privacy",
        Templates.html(
            output ->
                JteprivacyGenerated.render(
                    output, null, area.serviceName(), sessions.idleMinutes())));
  }

  PageResponse reportProblem(Visit visit, Area area) {
    return PageResponse.page(
        "Report a problem",
        Templates.html(
            output ->
                JtereportProblemGenerated.render(
                    output,
                    null,
                    visit.signedIn(),
                    area.setting("helpdesk.email"),
                    area.setting("helpdesk.phone"))));
  }

  PageResponse api() {
    RestPublications current = publications;
    List<ApiDocument.Group> groups =
        current == null ? List.of() : ApiDocument.read(current.openApi());
    return PageResponse.page(
        "What other systems can ask for",
        Templates.html(output -> JteapiGenerated.render(output, null, groups)));
  }
}
