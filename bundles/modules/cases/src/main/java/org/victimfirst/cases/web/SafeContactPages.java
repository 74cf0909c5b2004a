package org.victimfirst.cases.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.cases.SafeContact.Channel;
import org.victimfirst.api.cases.SafeContact.State;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.PageSet;
import org.victimfirst.api.web.Route;
import org.victimfirst.api.web.ui.Cell;
import org.victimfirst.api.web.ui.Choice;
import org.victimfirst.api.web.ui.Controls;
import org.victimfirst.api.web.ui.Form;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Redaction;
import org.victimfirst.api.web.ui.SafeBand;
import org.victimfirst.api.web.ui.Table;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.cases.domain.CaseFile;
import org.victimfirst.cases.domain.CaseFiles;
import org.victimfirst.cases.domain.CasePermissions;
import org.victimfirst.cases.domain.ContactWork;
import org.victimfirst.cases.domain.PermissionAnswer;

/** Changing how a person may be contacted: five channels, three states each. */
@Component
@VictimFirstModule(module = "cases")
public final class SafeContactPages implements PageSet {
  private static final List<String> CHANNELS =
      List.of("call", "voicemail", "text", "email", "letter");

  private final ContactWork contacts;
  private final Acts acts;

  /** For the platform. */
  @Activate
  public SafeContactPages(@Reference CaseFiles files, @Reference ContactWork contacts) {
    this.contacts = contacts;
    this.acts = new Acts(files);
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(Paths.SAFE_CONTACT, CasePermissions.CONTACT, this::show),
        Route.post(Paths.SAFE_CONTACT, CasePermissions.CONTACT, this::save));
  }

  private PageResponse show(PageRequest request) {
    if (request.hidePersonalDetails()) {
      return Acts.hidden(request, "Safe contact", "");
    }
    CaseFile file = acts.file(request);
    Form form = acts.blankOfPerson(file).put("rule", file.contactRule());
    for (Channel channel : file.safeContact().channels()) {
      form.put(channel.code(), code(channel.state())).put(channel.code() + "_note", channel.note());
    }
    return page(request, form, Html.EMPTY);
  }

  private PageResponse save(PageRequest request) {
    long caseId = request.id("caseId");
    Form form = Form.of(request);
    List<PermissionAnswer> answers = new ArrayList<>();
    for (String channel : CHANNELS) {
      form.require(channel, "Choose yes, no or not asked for " + SafeBand.name(channel));
      answers.add(
          new PermissionAnswer(channel, state(form.value(channel)), form.value(channel + "_note")));
    }
    return acts.actOnPerson(
        request,
        form,
        () ->
            contacts.changeSafeContact(
                request.call(), caseId, Acts.version(form), answers, form.value("rule")),
        Paths.of(caseId),
        "Safe contact saved",
        now -> versions(form, now, request.hidePersonalDetails()),
        versions -> page(request, form, versions));
  }

  private PageResponse.Page page(PageRequest request, Form form, Html versions) {
    List<Html> channels = new ArrayList<>();
    for (String channel : CHANNELS) {
      channels.add(
          Controls.radios(
              form.field(channel, Words.capital(SafeBand.name(channel))).small("radios"),
              List.of(
                  Choice.of("yes", "Yes, it is safe"),
                  Choice.of("no", "No, it is not safe"),
                  Choice.of("not_asked", "Not asked"))));
      channels.add(
          Controls.input(
              form.field(channel + "_note", "When or how (optional)")
                  .withHint("For example, weekdays 10am to 2pm")));
    }
    return acts.page(
        request,
        form,
        "Safe contact",
        "Ask the person, in their words. An answer holds for a time, then it is asked again.",
        versions,
        "",
        "Save safe contact",
        Html.all(channels),
        Controls.input(
            form.field("rule", "If somebody else answers")
                .bold()
                .withHint("For example: say “wrong number” and end the call")));
  }

  private static Html versions(Form form, CaseFile now, boolean hidden) {
    Table table = Table.of("What differs", "Question", "Yours", "Stored");
    for (Channel stored : now.safeContact().channels()) {
      String mine = said(state(form.value(stored.code())), form.value(stored.code() + "_note"));
      String theirs = said(stored.state(), stored.note());
      if (!mine.equals(theirs)) {
        String name = Words.capital(SafeBand.name(stored.code()));
        table = table.withRow(Cell.text(name), cell(hidden, mine), cell(hidden, theirs));
      }
    }
    if (!form.value("rule").equals(now.contactRule())) {
      table =
          table.withRow(
              Cell.text("If somebody else answers"),
              cell(hidden, form.value("rule")),
              cell(hidden, now.contactRule()));
    }
    return table.rows().isEmpty() ? Govuk.body("Both say the same.") : Vf.stack(table);
  }

  private static String said(State state, String note) {
    String answer =
        switch (state) {
          case YES -> "Yes";
          case NO -> "No";
          default -> "Not asked";
        };
    return note.isEmpty() ? answer : answer + ". " + note;
  }

  private static Cell cell(boolean hidden, String text) {
    return Cell.html(Redaction.unlessHidden(hidden, text.isEmpty() ? "Nothing" : text));
  }

  private static String code(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static State state(String code) {
    return switch (code) {
      case "yes" -> State.YES;
      case "no" -> State.NO;
      default -> State.NOT_ASKED;
    };
  }
}
