package org.victimfirst.cases.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
import org.victimfirst.api.web.ui.Forms;
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
import org.victimfirst.cases.domain.PermissionEntry;
import org.victimfirst.cases.domain.Permissions;

/**
 * Changing how a person may be contacted: five channels, three states each. The form remembers what
 * it began with, so that only what somebody changed is saved, as asked today.
 */
@Component
@VictimFirstModule(module = "cases")
public final class SafeContactPages implements PageSet {
  private static final List<String> CHANNELS = Permissions.CHANNELS;
  private static final Map<String, State> STATES =
      Map.of("yes", State.YES, "no", State.NO, "not_asked", State.NOT_ASKED);
  private static final Map<State, String> WORDS =
      Map.of(State.YES, "Yes", State.NO, "No", State.NOT_ASKED, "Not asked");
  private static final String NOTE = "_note";
  private static final String RULE = "rule";
  private static final String ASKED_AGAIN = "asked_again";

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
    Form form =
        acts.blankOfPerson(file).put(RULE, file.contactRule()).put(was(RULE), file.contactRule());
    CHANNELS.forEach(channel -> putStored(form, file, channel));
    return page(request, form, file, Html.EMPTY);
  }

  /** Puts what is in force, and notes that the form began with it. An ended answer is no answer. */
  private static void putStored(Form form, CaseFile file, String channel) {
    boolean ended = file.ended().containsKey(channel);
    String state = ended ? "" : code(file.safeContact().state(channel));
    String note = ended ? "" : note(file, channel);
    form.put(channel, state)
        .put(was(channel), state)
        .put(channel + NOTE, note)
        .put(was(channel + NOTE), note);
  }

  private PageResponse save(PageRequest request) {
    CaseFile file = acts.file(request);
    Form form = Form.of(request);
    List<PermissionAnswer> answers = new ArrayList<>();
    for (String channel : CHANNELS) {
      if (changed(form, channel)) {
        answers.add(answer(form, channel));
      }
    }
    String rule = differs(form, RULE) ? form.value(RULE) : null;
    return acts.actOnPerson(
        request,
        form,
        () -> {
          contacts.changeSafeContact(
              request.call(), file.summary().id(), Acts.version(form), answers, rule);
          return "Safe contact saved";
        },
        Paths.of(file.summary().id()),
        now -> versions(form, now, request.hidePersonalDetails()),
        versions -> page(request, form, file, versions));
  }

  /** Whether somebody did something about a channel; what is wrong with it is noted. */
  private static boolean changed(Form form, String channel) {
    boolean changed =
        differs(form, channel) || differs(form, channel + NOTE) || askedAgain(form, channel);
    boolean answered = !form.value(was(channel)).isEmpty();
    if ((changed || answered) && !STATES.containsKey(form.value(channel))) {
      form.error(channel, "Choose yes, no or not asked for " + SafeBand.name(channel));
    }
    return changed;
  }

  private static PermissionAnswer answer(Form form, String channel) {
    boolean askedAgain = differs(form, channel) || askedAgain(form, channel);
    return new PermissionAnswer(
        channel,
        askedAgain ? STATES.get(form.value(channel)) : null,
        form.value(channel + NOTE),
        askedAgain);
  }

  private static boolean differs(Form form, String field) {
    return !form.value(field).equals(form.value(was(field)));
  }

  private static boolean askedAgain(Form form, String channel) {
    return form.values(ASKED_AGAIN).contains(channel);
  }

  private static String was(String field) {
    return "was_" + field;
  }

  private PageResponse.Page page(PageRequest request, Form form, CaseFile file, Html versions) {
    List<Html> fields = new ArrayList<>();
    List<Choice> inForce = new ArrayList<>();
    for (String channel : CHANNELS) {
      String name = Words.capital(SafeBand.name(channel));
      fields.add(
          Controls.radios(
              form.field(channel, name).small("radios").withHint(ended(file, channel)),
              List.of(
                  Choice.of("yes", "Yes, it is safe"),
                  Choice.of("no", "No, it is not safe"),
                  Choice.of("not_asked", "Not asked"))));
      fields.add(
          Controls.input(
              form.field(channel + NOTE, "When or how (optional)")
                  .withHint("For example, weekdays 10am to 2pm")));
      fields.add(Forms.hidden(was(channel), form.value(was(channel))));
      fields.add(Forms.hidden(was(channel + NOTE), form.value(was(channel + NOTE))));
      State state = STATES.get(form.value(was(channel)));
      if (state == State.YES || state == State.NO) {
        inForce.add(Choice.of(channel, name + ": " + words(state)));
      }
    }
    return acts.page(
        request,
        form,
        "Safe contact",
        "Ask the person, in their words. An answer holds for a time, then it is asked again. Only"
            + " what you change is saved as asked today.",
        versions,
        "",
        "Save safe contact",
        Html.all(fields),
        inForce.isEmpty()
            ? Html.EMPTY
            : Controls.checkboxes(
                form.field(ASKED_AGAIN, "Asked again today, with the same answer (optional)")
                    .small("checkboxes"),
                inForce),
        Forms.hidden(was(RULE), form.value(was(RULE))),
        Controls.input(
            form.field(RULE, "If somebody else answers")
                .bold()
                .withHint("For example: say “wrong number” and end the call")));
  }

  private static String ended(CaseFile file, String channel) {
    PermissionEntry ended = file.ended().get(channel);
    return ended == null
        ? ""
        : "“%s”, asked on %s, has ended. Ask again"
            .formatted(words(ended.state()), Words.date(ended.askedOn()));
  }

  /** What somebody changed here and meanwhile; all else in the form becomes what is stored now. */
  private static Html versions(Form form, CaseFile now, boolean hidden) {
    Table table = Table.of("What differs", "Question", "Yours", "Stored");
    for (String channel : CHANNELS) {
      if (!changed(form, channel)) {
        if (!hidden) {
          putStored(form, now, channel);
        }
        continue;
      }
      String mine = said(words(STATES.get(form.value(channel))), form.value(channel + NOTE));
      String theirs = said(words(now.safeContact().state(channel)), note(now, channel));
      if (!mine.equals(theirs)) {
        String name = Words.capital(SafeBand.name(channel));
        table = table.withRow(Cell.text(name), cell(hidden, mine), cell(hidden, theirs));
      }
    }
    if (!differs(form, RULE) && !hidden) {
      form.put(RULE, now.contactRule()).put(was(RULE), now.contactRule());
    } else if (differs(form, RULE) && !form.value(RULE).equals(now.contactRule())) {
      table =
          table.withRow(
              Cell.text("If somebody else answers"),
              cell(hidden, form.value(RULE)),
              cell(hidden, now.contactRule()));
    }
    return table.rows().isEmpty() ? Govuk.body("Both say the same.") : Vf.stack(table);
  }

  private static String words(@Nullable State state) {
    return state == null ? "Not asked" : WORDS.getOrDefault(state, "");
  }

  private static String said(String answer, String note) {
    return note.isEmpty() ? answer : answer + ". " + note;
  }

  private static String note(CaseFile file, String channel) {
    return file.safeContact().channels().stream()
        .filter(one -> one.code().equals(channel))
        .map(Channel::note)
        .findFirst()
        .orElse("");
  }

  private static Cell cell(boolean hidden, String text) {
    return Cell.html(Redaction.unlessHidden(hidden, text.isEmpty() ? "Nothing" : text));
  }

  private static String code(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
