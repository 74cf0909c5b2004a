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
import org.victimfirst.api.persistence.StaleVersionException;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.PageSet;
import org.victimfirst.api.web.Route;
import org.victimfirst.api.web.ui.Choice;
import org.victimfirst.api.web.ui.Controls;
import org.victimfirst.api.web.ui.Form;
import org.victimfirst.api.web.ui.Forms;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.SafeBand;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.cases.domain.CaseFile;
import org.victimfirst.cases.domain.CaseFiles;
import org.victimfirst.cases.domain.CasePermissions;
import org.victimfirst.cases.domain.ContactWork;
import org.victimfirst.cases.domain.PermissionAnswer;
import org.victimfirst.cases.domain.RefusedException;

/** Changing how a person may be contacted: five channels, three states each. */
@Component
@VictimFirstModule(module = "cases")
public final class SafeContactPages implements PageSet {
  private static final List<String> CHANNELS =
      List.of("call", "voicemail", "text", "email", "letter");

  private final CaseFiles files;
  private final ContactWork contacts;

  /** For the platform. */
  @Activate
  public SafeContactPages(@Reference CaseFiles files, @Reference ContactWork contacts) {
    this.files = files;
    this.contacts = contacts;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(Paths.SAFE_CONTACT, CasePermissions.CONTACT, this::show),
        Route.post(Paths.SAFE_CONTACT, CasePermissions.CONTACT, this::save));
  }

  private PageResponse show(PageRequest request) {
    CaseFile file = file(request);
    Form form =
        Form.empty()
            .put("version", Integer.toString(file.personVersion()))
            .put("rule", request.hidePersonalDetails() ? "" : file.contactRule());
    for (Channel channel : file.safeContact().channels()) {
      form.put(channel.code(), code(channel.state()))
          .put(channel.code() + "_note", request.hidePersonalDetails() ? "" : channel.note());
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
    Html conflict = Html.EMPTY;
    if (form.sound()) {
      try {
        contacts.changeSafeContact(
            request.call(), caseId, version(form), answers, form.value("rule"));
        return PageResponse.redirect(Paths.of(caseId), "Safe contact saved");
      } catch (RefusedException e) {
        e.problems().forEach(p -> form.error(p.field(), p.sentence()));
      } catch (StaleVersionException e) {
        CaseFile now = file(request);
        form.error("version", "main", "Somebody else changed safe contact meanwhile. Compare");
        form.put("version", Integer.toString(now.personVersion()));
        conflict =
            Vf.card(
                Vf.Tone.WARN,
                "meanwhile",
                "Saved by somebody else meanwhile",
                "m",
                Html.all(
                    SafeBand.chips(now.safeContact()),
                    Govuk.body("What you chose is below. Saving it replaces these answers.")));
      }
    }
    return page(request, form, conflict).refused();
  }

  private static PageResponse.Page page(PageRequest request, Form form, Html conflict) {
    long caseId = request.id("caseId");
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
    Html content =
        Html.all(
            form.errorSummary(),
            Vf.head(
                "l",
                "Safe contact",
                "Ask the person, in their words. An answer holds for a time, then it is asked again.",
                Html.EMPTY),
            conflict,
            Forms.form(
                Paths.of(Paths.SAFE_CONTACT, caseId),
                request.csrf(),
                Html.markup("<input type=\"hidden\" name=\"version\" value=\""),
                Html.text(form.value("version")),
                Html.markup("\">"),
                Html.all(channels),
                Controls.input(
                    form.field("rule", "If somebody else answers")
                        .bold()
                        .withHint("For example: say “wrong number” and end the call")),
                Govuk.buttonGroup(
                    Govuk.submit("Save safe contact"), Govuk.link("Cancel", Paths.of(caseId)))));
    return PageResponse.page("Safe contact", Vf.twoThirds(content)).ofCase(caseId, "");
  }

  private CaseFile file(PageRequest request) {
    return files
        .find(request.call(), request.id("caseId"))
        .orElseThrow(() -> ProblemException.notFound("There is no such case."));
  }

  private static int version(Form form) {
    String version = form.value("version");
    if (!version.matches("\\d{1,9}")) {
      throw ProblemException.badRequest("version_missing", "The form was sent without version.");
    }
    return Integer.parseInt(version);
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
