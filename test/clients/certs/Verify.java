import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * Checks chains as Java does, and prints one line for each: `accepted`, or `refused: ` and the reason.
 *
 * usage: java Verify.java (validate CA_FILE LEAF_FILE | connect CA_FILE HOST PORT)...
 */
class Verify {
  public static void main(String[] args) throws Exception {
    for (int i = 0; i < args.length; ) {
      boolean validates = args[i].equals("validate");
      X509Certificate authority = read(args[i + 1]);
      System.out.println(
          validates
              ? validate(authority, read(args[i + 2]))
              : connect(authority, args[i + 2], Integer.parseInt(args[i + 3])));
      i += validates ? 3 : 4;
    }
  }

  /**
   * The JDK applies no constraints of a trust anchor's certificate, and refuses an anchor that is given any. So the
   * anchor is the authority's name and key alone, and its certificate stands in the path, where constraints count.
   */
  static String validate(X509Certificate authority, X509Certificate leaf)
      throws GeneralSecurityException {
    var anchor =
        new TrustAnchor(authority.getSubjectX500Principal(), authority.getPublicKey(), null);
    PKIXParameters parameters = new PKIXParameters(Set.of(anchor));
    parameters.setRevocationEnabled(false);
    var path =
        CertificateFactory.getInstance("X.509").generateCertPath(List.of(leaf, authority));
    try {
      CertPathValidator.getInstance("PKIX").validate(path, parameters);
      return "accepted";
    } catch (CertPathValidatorException refusal) {
      return "refused: " + refusal.getMessage();
    }
  }

  static String connect(X509Certificate authority, String host, int port)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    store.setCertificateEntry("authority", authority);
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    Socket plain = new Socket(InetAddress.getLoopbackAddress(), port);
    try (var socket = (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true)) {
      var parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      return "accepted";
    } catch (SSLException refusal) {
      return "refused: " + refusal.getMessage();
    }
  }

  static X509Certificate read(String path) throws GeneralSecurityException, IOException {
    try (var stream = Files.newInputStream(Path.of(path))) {
      var factory = CertificateFactory.getInstance("X.509");
      return (X509Certificate) factory.generateCertificate(stream);
    }
  }
}
