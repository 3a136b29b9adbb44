import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Sentences about the server and their checks: told to and asked by conformance/program.ts. */
final class Rules {
  /** Throws when its rule is broken. */
  interface Check {
    void run() throws Exception;
  }

  private final Map<String, Check> checks = new LinkedHashMap<>();

  void add(String sentence, Check check) {
    checks.put(sentence, check);
  }

  /** Names the rules, then checks those that standard input asks for. */
  void serve(String version) throws IOException {
    String sentences = checks.keySet().stream().map(Rules::quoted).collect(Collectors.joining(","));
    say("{\"version\":" + quoted(version) + ",\"rules\":[" + sentences + "]}");
    var asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = asked.readLine(); line != null; line = asked.readLine()) say(outcomeOf(checks.get(line)));
  }

  static void equal(Object actual, Object expected) {
    if (!Objects.equals(actual, expected)) throw new AssertionError("expected " + expected + ", got " + actual);
  }

  private static String outcomeOf(Check check) {
    try {
      check.run();
      return "{\"status\":\"passed\"}";
    } catch (Exception | AssertionError error) {
      return "{\"status\":\"failed\",\"reason\":" + quoted(error.toString()) + "}";
    }
  }

  private static void say(String line) {
    System.out.println(line);
  }

  private static String quoted(String text) {
    return '"' + text.replaceAll("[\\p{Cntrl}\"\\\\]", " ") + '"';
  }
}
