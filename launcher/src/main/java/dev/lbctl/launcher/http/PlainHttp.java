package dev.lbctl.launcher.http;

import java.net.http.HttpClient;
import java.time.Duration;

/** HTTP without encryption, to servers of this cluster. */
public final class PlainHttp {

    private PlainHttp() {}

    /**
     * A client that asks servers itself, through no proxy.
     *
     * @param connect how long a connection may take
     */
    public static HttpClient client(Duration connect) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(HttpClient.Builder.NO_PROXY)
                .sslContext(NoTls.context())
                .connectTimeout(connect)
                .build();
    }
}
