package org.victimfirst.cases.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.PageSet;
import org.victimfirst.api.web.Route;
import org.victimfirst.api.web.ui.Choice;
import org.victimfirst.api.web.ui.Controls;
import org.victimfirst.api.web.ui.Form;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.cases.domain.CaseFile;
import org.victimfirst.cases.domain.CaseFiles;
import org.victimfirst.cases.domain.CasePermissions;
import org.victimfirst.cases.domain.OtherDetails;
import org.victimfirst.cases.domain.PeopleWork;

/** Decides whether another phone, email or address that a referral gave is the right one. */
@Component
@VictimFirstModule(module = "cases")
public final class ComparePages implements PageSet {
  private static final String TITLE = "Decide which is right";
  private static final String WAYS = "take";
  private static final String NONE = "none";

  private final PeopleWork people;
  private final Acts acts;

  /** For the platform. */
  @Activate
  public ComparePages(@Reference CaseFiles files, @Reference PeopleWork people) {
    this.people = people;
    this.acts = new Acts(files);
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(Paths.COMPARE, CasePermissions.WRITE, this::show),
        Route.post(Paths.COMPARE, CasePermissions.WRITE, this::save));
  }

  private PageResponse show(PageRequest request) {
    CaseFile file = acts.file(request);
    return page(request, acts.blankOfPerson(file), file, Html.EMPTY);
  }

  private PageResponse save(PageRequest request) {
    CaseFile file = acts.file(request);
    Form form = Form.of(request);
    form.require(WAYS, "Choose what is right now, or “None of these”");
    List<String> ways = form.values(WAYS);
    if (ways.contains(NONE) && ways.size() > 1) {
      form.error(WAYS, "Choose either what is right now or “None of these”, not both");
    }
    List<String> taken = ways.contains(NONE) ? List.of() : ways;
    return acts.actOnPerson(
        request,
        form,
        () -> compared(request, file, form, taken),
        Paths.tab(file.summary().id(), PersonTab.KEY),
        now -> Govuk.body("Details or safe contact of the person were changed."),
        versions -> page(request, form, file, versions));
  }

  private String compared(PageRequest request, CaseFile file, Form form, List<String> taken) {
    List<String> askAgain =
        people.compareDetails(
            request.call(),
            file.summary().id(),
            Acts.version(form),
            request.id("referralId"),
            taken);
    if (taken.isEmpty()) {
      return "Nothing was taken over";
    }
    return askAgain.isEmpty()
        ? "Details taken over. Ask what is safe"
        : Acts.askAgain("Details taken over", askAgain);
  }

  private PageResponse.Page page(PageRequest request, Form form, CaseFile file, Html versions) {
    Optional<OtherDetails> other =
        file.others().stream()
            .filter(one -> one.referralId() == request.id("referralId"))
            .findFirst();
    if (other.isEmpty()) {
      return acts.page(
          request,
          form,
          TITLE,
          "Nothing of this referral waits to be decided.",
          versions,
          PersonTab.KEY,
          "Go on");
    }
    List<Choice> choices = new ArrayList<>();
    for (String way : other.get().ways()) {
      choices.add(Choice.of(way, "The " + ContactDetails.name(way) + " of the referral"));
    }
    choices.add(Choice.divider("or"));
    choices.add(
        Choice.of(NONE, "None of these").withHint("What is recorded stays as it is").alone());
    return acts.page(
        request,
        form,
        TITLE,
        "Received "
            + Words.dateTime(other.get().receivedAt())
            + ". What you take over replaces what is recorded, for all cases of this person. A"
            + " “yes” about the one before does not hold for the new one: ask what is safe.",
        versions,
        PersonTab.KEY,
        "Save",
        Controls.checkboxes(
            form.field(WAYS, "What is right now?")
                .withHint("Under Person, each can be shown and compared."),
            choices));
  }
}
