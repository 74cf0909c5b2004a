package org.victimfirst.web.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards what is served of the design systems. */
class AssetsTest {
  private static String read(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Assets.class.getResourceAsStream("/assets/" + name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"govuk-frontend.min.css", "moj-frontend.min.css", "console.css"})
  void asksForNoFontAndNoPicture(String sheet) throws IOException {
    assertThat(read(sheet)).doesNotContain("@font-face", "url(", "@import", "//# source");
  }

  @Test
  void keepsTheStylesOfTheDesignSystems() throws IOException {
    assertThat(read("govuk-frontend.min.css"))
        .contains(".govuk-button{")
        .hasSizeGreaterThan(120_000);
    assertThat(read("moj-frontend.min.css"))
        .contains(".moj-primary-navigation")
        .hasSizeGreaterThan(80_000);
  }

  @Test
  void setsTheFontOfEveryElement() throws IOException {
    assertThat(read("console.css"))
        .contains(".vf, .vf * { font-family: var(--vf-font) !important; }");
  }

  @Test
  void importsTheScriptByItsFingerprint() throws IOException {
    Assets assets = new Assets();
    assertThat(assets.address("init.js")).matches("/assets/init-[0-9a-f]{12}[.]js");
    assertThat(read("init.js")).contains("'/assets/govuk-frontend.min.js'");
    assertThat(assets.styleSheets()).hasSize(3).last().asString().contains("console-");
  }
}
