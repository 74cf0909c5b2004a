package org.victimfirst.api.web.ui;

/**
 * A link.
 *
 * @param text what it says
 * @param href where it leads
 * @param hidden further text for those who do not see the page, such as "the phone number"
 * @param current whether it is the page that is shown
 */
public record Link(String text, String href, String hidden, boolean current) {
  /** A link. */
  public static Link to(String text, String href) {
    return new Link(text, href, "", false);
  }

  /** The same link with hidden text. */
  public Link withHidden(String more) {
    return new Link(text, href, more, current);
  }

  /** The same link, of the page that is shown, or not. */
  public Link current(boolean here) {
    return new Link(text, href, hidden, here);
  }
}
