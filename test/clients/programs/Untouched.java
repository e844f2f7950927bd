import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A program that uses no AWS at all. It prints all that it gets, so that any change on the way shows. */
class Untouched {
  /** The time differs from run to run; the others belong to one hop (RFC 9110, section 7.6.1). */
  static final Set<String> LEFT = Set.of("date", "connection", "keep-alive");

  /** Version 2 would ask plain servers for an upgrade, which the tests' own take for one to WebSocket. */
  static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  public static void main(String[] args) throws Exception {
    for (String url : List.of(System.getenv("HTTPS_URL"), System.getenv("HTTP_URL"))) {
      send(to(url + "/path%20kept/?q=a%2Fb&q=c").header("X-Case-Kept", "yes"));
      send(to(url + "/put").PUT(BodyPublishers.ofByteArray(new byte[100_000])));
      InputStream stream = new ByteArrayInputStream(new byte[200_000]);
      send(to(url + "/post").POST(BodyPublishers.ofInputStream(() -> stream)));
      send(to(url + "/waited").expectContinue(true).POST(BodyPublishers.ofString("posted")));
      send(to(url + "/missing"));
      send(to(url + "/large"));
      var connection = (HttpURLConnection) URI.create(url + "/by-connection").toURL().openConnection();
      show(connection.getResponseCode(), connection.getHeaderFields(), connection.getInputStream());
    }
    try {
      send(to(System.getenv("DISTRUSTED_URL") + "/"));
    } catch (IOException refusal) {
      System.out.println(refusal.getClass().getName());
    }
  }

  static HttpRequest.Builder to(String url) {
    return HttpRequest.newBuilder(URI.create(url));
  }

  static void send(HttpRequest.Builder request) throws Exception {
    var answer = CLIENT.send(request.build(), BodyHandlers.ofInputStream());
    show(answer.statusCode(), answer.headers().map(), answer.body());
  }

  static void show(int status, Map<String, List<String>> headers, InputStream body) throws Exception {
    Map<String, List<String>> kept = new TreeMap<>();
    headers.forEach(
        (name, values) -> {
          if (name != null && !LEFT.contains(name.toLowerCase())) kept.put(name, values);
        });
    byte[] bytes = body.readAllBytes();
    String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    System.out.println(status + " " + kept + " " + (bytes.length > 10_000 ? digest : new String(bytes)));
  }
}
