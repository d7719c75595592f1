package dev.cuecard.chat.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
            })
    void selects(String httpsProxy, String noProxy, URI uri, String expected) {
        Proxy proxy = Proxies.of(httpsProxy, noProxy).select(uri).get(0);
        String chosen = proxy.type() == Proxy.Type.DIRECT
                ? "direct"
                : ((InetSocketAddress) proxy.address()).getHostString() + ":"
                        + ((InetSocketAddress) proxy.address()).getPort();
        assertThat(chosen).isEqualTo(expected);
    }
}
