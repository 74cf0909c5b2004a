package org.victimfirst.api.web.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.victimfirst.api.cases.SafeContact;
import org.victimfirst.api.cases.SafeContact.Channel;
import org.victimfirst.api.cases.SafeContact.State;
import org.victimfirst.api.web.Html;

/** Says how a person may be contacted: as a band, as chips, in words. */
public final class SafeBand {
  private static final Map<String, String> NAMES =
      Map.of(
          "call", "Call",
          "voicemail", "Voicemail",
          "text", "Text",
          "email", "Email",
          "letter", "Letter");
  private static final Map<String, String> NONE =
      Map.of(
          "call", "no calls",
          "voicemail", "no voicemail",
          "text", "no texts",
          "email", "no emails",
          "letter", "no letters");
  private static final Map<String, String> UNTIL_ASKED =
      Map.of(
          "call", "Call only to ask, leave no message",
          "voicemail", "Leave no message until asked",
          "text", "Do not send until asked",
          "email", "Do not send until asked",
          "letter", "Do not send until asked");

  private SafeBand() {}

  /** Name of a channel for people: "Call", "Voicemail" … */
  public static String name(String code) {
    return NAMES.getOrDefault(code, code);
  }

  private static List<Channel> in(SafeContact contact, State state) {
    return contact.channels().stream().filter(c -> c.state() == state).toList();
  }

  /** The worst state of safe contact in words, such as "no voicemail, no letters". */
  public static String words(SafeContact contact) {
    List<Channel> no = in(contact, State.NO);
    List<Channel> ask = in(contact, State.NOT_ASKED);
    int all = contact.channels().size();
    if (no.size() == all && all > 0) {
      return "nothing is safe";
    }
    if (!no.isEmpty()) {
      return String.join(
          ", ", no.stream().map(c -> NONE.getOrDefault(c.code(), c.code())).toList());
    }
    if (ask.size() == all) {
      return contact.askedOn() == null ? "nothing asked yet" : "every answer has ended, ask again";
    }
    return ask.isEmpty() ? "every way is safe" : names(ask) + " not asked";
  }

  private static String names(List<Channel> channels) {
    return Words.join(
        channels.stream().map(c -> name(c.code()).toLowerCase(java.util.Locale.UK)).toList());
  }

  /** The safe-contact state of a person: the whole band, or the slim one with chips. */
  public static Html band(SafeContact contact, boolean slim) {
    return band(contact, slim, "");
  }

  /** The safe-contact state of a person, with a link to change it. */
  public static Html band(SafeContact contact, boolean slim, String changeHref) {
    boolean open = in(contact, State.YES).size() == contact.channels().size();
    boolean ask = in(contact, State.NOT_ASKED).size() == contact.channels().size();
    Markup m =
        new Markup()
            .raw("<section")
            .always(
                "class",
                Markup.classes(
                    "vf-safe",
                    slim ? "vf-safe--slim" : "",
                    ask ? "vf-safe--ask" : open ? "vf-safe--open" : ""))
            .raw(" aria-labelledby=\"safe-title\"><div class=\"vf-safe__head\">")
            .raw("<h2 class=\"vf-safe__title\" id=\"safe-title\">" + Icons.SHIELD)
            .text("Safe contact: " + words(contact))
            .raw("</h2><p class=\"vf-safe__checked\">")
            .text(asked(contact))
            .raw("</p></div><div class=\"vf-safe__body\">");
    if (slim) {
      m.html(chipList(contact.channels().stream().map(SafeBand::slimChip).toList()));
    } else {
      if (!contact.rule().isEmpty()) {
        m.raw("<p class=\"vf-safe__rule\">").text(contact.rule()).raw("</p>");
      }
      m.raw("<ul class=\"vf-channels\" aria-label=\"Each channel\">");
      contact.channels().forEach(c -> m.html(channel(c)));
      m.raw("</ul>");
      if (!changeHref.isEmpty()) {
        m.raw("<p class=\"vf-safe__foot\">")
            .html(Govuk.link("Change safe contact", changeHref))
            .raw("</p>");
      }
    }
    return m.raw("</div></section>").html();
  }

  private static String asked(SafeContact contact) {
    String last =
        contact.askedOn() == null ? "Never asked" : "Asked " + Words.date(contact.askedOn());
    return contact.askAgainBy() == null
        ? last
        : last + ". Ask again by " + Words.date(contact.askAgainBy());
  }

  private static Html slimChip(Channel c) {
    String name = name(c.code());
    return switch (c.state()) {
      case YES -> chip(State.YES, c.note().isEmpty() ? name + ": yes" : name + ": " + c.note());
      case NO -> chip(State.NO, name + ": no");
      case NOT_ASKED -> chip(State.NOT_ASKED, name + ": not asked");
    };
  }

  /** One channel with its note. */
  public static Html channel(Channel c) {
    String note =
        c.note().isEmpty() && c.state() == State.NOT_ASKED
            ? UNTIL_ASKED.getOrDefault(c.code(), "")
            : c.note();
    String state =
        switch (c.state()) {
          case YES -> "Yes";
          case NO -> "No";
          case NOT_ASKED -> "Not asked";
        };
    Markup m =
        new Markup()
            .raw("<li")
            .always("class", "vf-channel vf-channel--" + key(c.state()))
            .raw(">" + icon(c.state()) + "<span class=\"vf-channel__name\">")
            .text(name(c.code()) + ": " + state)
            .raw("</span>");
    if (!note.isEmpty()) {
      m.raw("<span class=\"vf-channel__note\">").text(note).raw("</span>");
    }
    return m.raw("</li>").html();
  }

  /** Safe contact as chips, for lists: what is not safe first, what was not asked next. */
  public static Html chips(SafeContact contact) {
    List<Channel> no = in(contact, State.NO);
    List<Channel> ask = in(contact, State.NOT_ASKED);
    List<Channel> yes = in(contact, State.YES);
    int all = contact.channels().size();
    List<Html> chips = new ArrayList<>();
    if (ask.size() == all) {
      chips.add(
          chip(
              State.NOT_ASKED,
              contact.askedOn() == null ? "Nothing asked yet" : "Answers have ended"));
    } else if (yes.size() == all) {
      chips.add(chip(State.YES, "All channels"));
    } else if (no.size() == all) {
      chips.add(chip(State.NO, "Nothing is safe"));
    } else {
      no.forEach(
          c -> chips.add(chip(State.NO, Words.capital(NONE.getOrDefault(c.code(), c.code())))));
      if (!ask.isEmpty()) {
        chips.add(chip(State.NOT_ASKED, Words.capital(names(ask)) + " not asked"));
      }
      if (no.isEmpty() && !yes.isEmpty()) {
        chips.add(chip(State.YES, Words.capital(names(yes))));
      }
    }
    return chipList(chips);
  }

  /** One chip. */
  public static Html chip(State state, String words) {
    return new Markup()
        .raw("<li")
        .always("class", "vf-chip vf-chip--" + key(state))
        .raw(">" + icon(state))
        .text(words)
        .raw("</li>")
        .html();
  }

  /** Chips of {@link #chip}. */
  public static Html chipList(List<Html> chips) {
    return new Markup()
        .raw("<ul class=\"vf-chips\" aria-label=\"Safe contact\">")
        .html(Html.all(chips))
        .raw("</ul>")
        .html();
  }

  /**
   * A refusal by the safe-contact gate, with ways out. Stands at the end of the field's form group:
   * {@link Field#withAfter}.
   *
   * @param ways what the person can do, one of them always "it has happened: record an incident"
   */
  public static Html gate(String id, List<Html> ways) {
    return new Markup()
        .raw("<div class=\"vf-gate\" role=\"group\"")
        .always("aria-labelledby", id)
        .raw(">")
        .html(Govuk.heading(2, "s", id, "What you can do"))
        .html(Govuk.bullets(ways))
        .raw("</div>")
        .html();
  }

  private static String key(State state) {
    return switch (state) {
      case YES -> "yes";
      case NO -> "no";
      case NOT_ASKED -> "ask";
    };
  }

  private static String icon(State state) {
    return switch (state) {
      case YES -> Icons.YES;
      case NO -> Icons.NO;
      case NOT_ASKED -> Icons.ASK;
    };
  }
}
