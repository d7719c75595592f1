package dev.cuecard.chat.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://proxy.example:3128 | | https://api.openai.com/v1 | proxy.example:3128",
                "proxy.example:3128 | | https://api.openai.com/v1 | proxy.example:3128",
                "http://proxy.example | | https://api.openai.com/v1 | proxy.example:80",
                "http://proxy.example:3128 | | http://127.0.0.1:8081/v1 | direct",
                "http://proxy.example:3128 | | http://localhost:8081/v1 | direct",
                "http://proxy.example:3128 | | http://[::1]:8081/v1 | direct",
                "http://proxy.example:3128 | other, .openai.com | https://api.openai.com/v1 | direct",
                "http://proxy.example:3128 | openai.com | https://api.openai.com/v1 | direct",
                "http://proxy.example:3128 | openai.com | https://api.notopenai.com/v1 | proxy.example:3128",
                "http://proxy.example:3128 | * | https://api.openai.com/v1 | direct",
                "'' | | https://api.openai.com/v1 | direct",
                "| | https://api.openai.com/v1 | direct",
                "not a url | | https://api.openai.com/v1 | direct",
                "http://ada:pw@proxy.example:3128 | | https://api.openai.com/v1 | proxy.example:3128",
                "http://proxy.example:3128 | | http://models.example/v1 | direct",
                "http://proxy.example:3128 | api.openai.com:443 | https://api.openai.com/v1 | direct",
                "http://proxy.example:3128 | api.openai.com:8443 | https://api.openai.com/v1 | proxy.example:3128",
                "http://proxy.example:3128 | *.openai.com | https://api.openai.com/v1 | direct",
                "http://proxy.example:3128 | 2001:db8::1 | https://[2001:db8::1]/v1 | direct",
            })
    void selects(String httpsProxy, String noProxy, URI uri, String expected) {
        Proxy proxy = Proxies.of(httpsProxy, noProxy).select(uri).get(0);
        String chosen = proxy.type() == Proxy.Type.DIRECT
                ? "direct"
                : ((InetSocketAddress) proxy.address()).getHostString() + ":"
                        + ((InetSocketAddress) proxy.address()).getPort();
        assertThat(chosen).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not a url",
                "socks5://proxy.example:1080",
                "http://",
                "https://proxy.example",
                "http://p:0",
                "p:70000"
            })
    void whatIsNoProxyIsNotPassedBy(String httpsProxy) {
        Proxies proxies = Proxies.of(httpsProxy, "internal.example");
        assertThat(proxies.wrong(URI.create("https://api.openai.com/v1"))).isNotNull();
        assertThat(proxies.wrong(URI.create("https://internal.example/v1"))).isNull();
        assertThat(proxies.wrong(URI.create("https://127.0.0.1/v1"))).isNull();
        assertThat(Proxies.of("http://proxy.example:3128", null).wrong(URI.create("https://api.openai.com/v1")))
                .isNull();
    }

    @Test
    void withoutTheVariableTheJvmDecidesButForThisMachine() {
        ProxySelector before = ProxySelector.getDefault();
        ProxySelector.setDefault(ProxySelector.of(InetSocketAddress.createUnresolved("jvm.example", 1)));
        try {
            for (Proxies proxies :
                    new Proxies[] {Proxies.of(null, "internal.example"), Proxies.of(" ", "internal.example")}) {
                assertThat(proxies.select(URI.create("https://api.openai.com/v1"))
                                .get(0)
                                .type())
                        .isEqualTo(Proxy.Type.HTTP);
                assertThat(proxies.select(URI.create("http://127.0.0.1:8081/v1")))
                        .containsExactly(Proxy.NO_PROXY);
                assertThat(proxies.select(URI.create("https://internal.example/v1")))
                        .containsExactly(Proxy.NO_PROXY);
            }
        } finally {
            ProxySelector.setDefault(before);
        }
    }
}
