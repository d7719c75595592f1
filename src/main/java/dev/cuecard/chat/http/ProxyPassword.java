package dev.cuecard.chat.http;

import java.net.Authenticator;
import java.net.PasswordAuthentication;
import org.jspecify.annotations.Nullable;

/**
 * Tells the proxy its user and password, and no other server anything. The JDK sends a password by the scheme Basic to a
 * proxy for https only when {@code jdk.http.auth.tunneling.disabledSchemes} lets it.
 */
final class ProxyPassword extends Authenticator {

    private final PasswordAuthentication credentials;

    ProxyPassword(PasswordAuthentication credentials) {
        this.credentials = credentials;
    }

    @Override
    protected @Nullable PasswordAuthentication getPasswordAuthentication() {
        return getRequestorType() == RequestorType.PROXY ? credentials : null;
    }
}
