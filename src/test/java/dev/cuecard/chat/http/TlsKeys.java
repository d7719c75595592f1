package dev.cuecard.chat.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Certificates for servers on loopback, made by the JDK's {@code keytool}; those that a context may trust. */
public final class TlsKeys {

    private static final char[] PASSWORD = "password".toCharArray();

    private final Path folder;
    private final Identity trusted;
    private final Identity ofOtherHost;
    private final Identity selfSigned;

    /** One certificate with its key. */
    public record Identity(KeyStore store) {

        /** A server socket on loopback that shows it. */
        public ServerSocket socket() throws Exception {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            return context.getServerSocketFactory().createServerSocket(0, 50, loopback);
        }
    }

    /** Makes them in a folder. */
    public TlsKeys(Path folder) throws Exception {
        this.folder = folder;
        this.trusted = make("trusted", "localhost");
        this.ofOtherHost = make("other", "other.example");
        this.selfSigned = make("self", "localhost");
    }

    private Identity make(String name, String host) throws Exception {
        File store = folder.resolve(name + ".p12").toFile();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair"));
        command.addAll(
                List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", new String(PASSWORD)));
        command.addAll(List.of("-alias", name, "-dname", "CN=" + host, "-ext", "san=dns:" + host));
        command.addAll(List.of("-keyalg", "EC", "-startdate", "-1d", "-validity", "30"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return new Identity(KeyStore.getInstance(store, PASSWORD));
    }

    /** For {@code localhost}. */
    public Identity trusted() {
        return trusted;
    }

    /** For another host, and trusted. */
    public Identity ofOtherHost() {
        return ofOtherHost;
    }

    /** For {@code localhost}, and not trusted. */
    public Identity selfSigned() {
        return selfSigned;
    }

    /** Trusts all of them but the self-signed one. */
    public SSLContext context() throws Exception {
        KeyStore known = KeyStore.getInstance(KeyStore.getDefaultType());
        known.load(null, null);
        known.setCertificateEntry("trusted", trusted.store.getCertificate("trusted"));
        known.setCertificateEntry("other", ofOtherHost.store.getCertificate("other"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(known);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
