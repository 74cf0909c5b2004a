package org.victimfirst.api.web.ui;

/** The few drawings of the console. Each repeats words that stand beside it. */
final class Icons {
  static final String MARK =
      "<svg viewBox=\"0 0 32 32\" aria-hidden=\"true\" focusable=\"false\">"
          + "<rect width=\"32\" height=\"32\" rx=\"8\" fill=\"#d6ecec\"/>"
          + "<circle cx=\"16\" cy=\"9.5\" r=\"3.5\" fill=\"#0b5a63\"/>"
          + "<path d=\"M6.5 11.500L16 25.500l9.5-14\" fill=\"none\" stroke=\"#0b5a63\""
          + " stroke-width=\"4.2\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/></svg>";
  static final String YES =
      small(
          "<path d=\"M3 10.5l4.5 4.5L17 5\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"3\"/>");
  static final String NO =
      small(
          "<path d=\"M4 4l12 12M16 4L4 16\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"3.2\"/>");
  static final String ASK =
      small(
          "<path d=\"M6 7.2C6 4.6 7.8 3 10 3s4 1.5 4 3.7c0 3-3.7 3.2-3.7 5.8\" fill=\"none\""
              + " stroke=\"currentColor\" stroke-width=\"2.6\"/>"
              + "<circle cx=\"10.2\" cy=\"16.4\" r=\"1.8\" fill=\"currentColor\"/>");
  static final String SHIELD =
      large(
          "<path d=\"M12 2l9 3.4v6.1c0 5.2-3.7 8.9-9 10.5-5.3-1.6-9-5.3-9-10.500V5.400z\" fill=\"none\""
              + " stroke=\"currentColor\" stroke-width=\"2.2\"/>"
              + "<path d=\"M12 7v6\" stroke=\"currentColor\" stroke-width=\"2.6\"/>"
              + "<circle cx=\"12\" cy=\"16.6\" r=\"1.6\" fill=\"currentColor\"/>");
  static final String AGREE =
      large(
          "<circle cx=\"12\" cy=\"12\" r=\"11\" fill=\"currentColor\"/>"
              + "<path d=\"M6.5 12.500l3.8 3.8 7.2-8\" fill=\"none\" stroke=\"#fff\" stroke-width=\"2.6\"/>");

  private Icons() {}

  private static String small(String shapes) {
    return "<svg viewBox=\"0 0 20 20\" aria-hidden=\"true\" focusable=\"false\">"
        + shapes
        + "</svg>";
  }

  private static String large(String shapes) {
    return "<svg viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\">"
        + shapes
        + "</svg>";
  }
}
