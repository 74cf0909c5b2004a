package org.victimfirst.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Makes invented users of an instance. */
public final class People {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private People() {}

  /**
   * Somebody who can sign in.
   *
   * @param login name to sign in with
   * @param password the first password, which has to be changed
   */
  public record Person(String login, String password) {}

  /** Somebody new with some roles. */
  public static Person person(Instance instance, String... roles) {
    String login = "test.person" + NUMBER.incrementAndGet();
    JsonNode made = make(instance, login, "person", roles);
    return new Person(login, made.path("password").asText());
  }

  /** A token of a system that has one role, with all that the role may do. */
  public static String token(Instance instance, String role) {
    String login = "test-system" + NUMBER.incrementAndGet();
    JsonNode system = make(instance, login, "system", role);
    String scopes =
        instance.get("/api/v1/security/roles/" + role).json().path("permissions").toString();
    Instance.Answer token =
        instance.post(
            "/api/v1/security/tokens",
            "{\"ownerId\":\"%s\",\"name\":\"test\",\"scopes\":%s,\"lastDay\":\"%s\"}"
                .formatted(system.path("id").asText(), scopes, LocalDate.now().plusDays(2)));
    if (token.status() != 201) {
      throw new AssertionError(token.body());
    }
    return token.json().path("token").asText();
  }

  private static JsonNode make(Instance instance, String login, String kind, String... roles) {
    String list =
        Arrays.stream(roles).map(role -> "\"" + role + "\"").collect(Collectors.joining(","));
    Instance.Answer made =
        instance.post(
            "/api/v1/security/users",
            "{\"login\":\"%s\",\"displayName\":\"Test Person\",\"kind\":\"%s\",\"roles\":[%s]}"
                .formatted(login, kind, list));
    if (made.status() != 201) {
      throw new AssertionError(made.body());
    }
    return made.json();
  }
}
