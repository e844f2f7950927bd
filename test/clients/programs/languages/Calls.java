import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Calls AWS by both HTTP clients of the JDK; the signature of version 4 is made here, since the JDK has no AWS SDK. */
class Calls {
  static final String REGION = "eu-west-1";
  static final HttpClient CLIENT = HttpClient.newHttpClient();

  public static void main(String[] args) throws Exception {
    String form = "Action=GetCallerIdentity&Version=2011-06-15";
    String identity = send("sts", "POST", "sts.eu-west-1.amazonaws.com", "/", form.getBytes(), false);
    System.out.println(identity.replaceAll("(?s).*<Account>(\\d+)</Account>.*", "$1"));
    String bucket = "bucket-java.s3.eu-west-1.amazonaws.com";
    send("s3", "PUT", bucket, "/", new byte[0], false);
    send("s3", "PUT", bucket, "/a/b.txt", "hello".getBytes(), false);
    System.out.println(send("s3", "GET", bucket, "/a/b.txt", new byte[0], false));
    // The JDK waits for `100 Continue` before it sends these 3 MB.
    send("s3", "PUT", bucket, "/large", new byte[3_000_000], true);
    CompletableFuture.allOf(
            IntStream.range(0, 10)
                .mapToObj(i -> CompletableFuture.runAsync(() -> put(bucket, "/many/" + i)))
                .toArray(CompletableFuture[]::new))
        .join();
    System.out.println(sendByConnection("s3", bucket, "/a/b.txt"));
  }

  static void put(String host, String path) {
    try {
      send("s3", "PUT", host, path, new byte[100_000], false);
    } catch (Exception error) {
      throw new IllegalStateException(error);
    }
  }

  static String send(
      String service, String method, String host, String path, byte[] body, boolean expect)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("https://" + host + path))
            .expectContinue(expect)
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
    sign(service, method, host, path, body).forEach(request::header);
    HttpResponse<String> response =
        CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return answered(response.statusCode(), response.body());
  }

  /** HttpURLConnection is what the smallest client of the AWS SDK for Java stands on. */
  static String sendByConnection(String service, String host, String path) throws Exception {
    var url = URI.create("https://" + host + path).toURL();
    var connection = (HttpURLConnection) url.openConnection();
    sign(service, "GET", host, path, new byte[0]).forEach(connection::setRequestProperty);
    int status = connection.getResponseCode();
    try (var stream = connection.getInputStream()) {
      return answered(status, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  static String answered(int status, String body) throws IOException {
    if (status != 200) throw new IOException(status + " " + body);
    return body;
  }

  static Map<String, String> sign(
      String service, String method, String host, String path, byte[] body)
      throws GeneralSecurityException {
    String time =
        DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").format(ZonedDateTime.now(ZoneOffset.UTC));
    String hash = hex(MessageDigest.getInstance("SHA-256").digest(body));
    Map<String, String> headers = new TreeMap<>();
    headers.put("x-amz-content-sha256", hash);
    headers.put("x-amz-date", time);
    if (service.equals("sts")) headers.put("content-type", "application/x-www-form-urlencoded");
    Map<String, String> signed = new TreeMap<>(headers);
    signed.put("host", host);
    String names = String.join(";", signed.keySet());
    StringBuilder lines = new StringBuilder();
    signed.forEach((name, value) -> lines.append(name + ":" + value + "\n"));
    String canonical = String.join("\n", method, path, "", lines, names, hash);
    String scope = String.join("/", time.substring(0, 8), REGION, service, "aws4_request");
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes());
    byte[] key = ("AWS4" + System.getenv("AWS_SECRET_ACCESS_KEY")).getBytes();
    for (String part : scope.split("/")) key = hmac(key, part);
    String signature = hex(hmac(key, String.join("\n", "AWS4-HMAC-SHA256", time, scope, hex(digest))));
    headers.put(
        "authorization",
        "AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s"
            .formatted(System.getenv("AWS_ACCESS_KEY_ID"), scope, names, signature));
    return headers;
  }

  static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
