package dev.lbctl.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.lbctl.balancer.head.RequestReader;
import dev.lbctl.balancer.head.ResponseReader;
import dev.lbctl.balancer.header.HeaderEdits;
import dev.lbctl.balancer.header.Peer;
import dev.lbctl.balancer.header.Request;
import dev.lbctl.balancer.header.Terms;
import dev.lbctl.balancer.http.HeadLimits;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A request and its answer, small or as a browser has them, and the readers of a connection. */
@State(Scope.Thread)
public class Heads {
    private static final String SMALL = "GET /64 HTTP/1.1\r\nHost: 127.0.0.1:8000\r\n\r\n";
    private static final String BROWSER = "GET /articles/2026/index.html?page=2 HTTP/1.1\r\nHost: www.example.org\r\n"
            + "User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0\r\n"
            + "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r\n"
            + "Accept-Language: en-GB,en;q=0.5\r\nAccept-Encoding: gzip, deflate, br\r\nConnection: keep-alive\r\n"
            + "Referer: https://www.example.org/articles/2026/index.html\r\nCookie: id=0123456789abcdef; theme=dark\r\n"
            + "Upgrade-Insecure-Requests: 1\r\nSec-Fetch-Dest: document\r\nSec-Fetch-Mode: navigate\r\n"
            + "Sec-Fetch-Site: same-origin\r\nPriority: u=0, i\r\n\r\n";
    private static final String ANSWER =
            "HTTP/1.1 200 OK\r\nServer: nginx/1.22.1\r\nDate: Sat, 21 Nov 2026 20:00:00 GMT\r\n"
                    + "Content-Type: text/plain\r\nContent-Length: 64\r\nConnection: keep-alive\r\n\r\n";
    private static final HeadLimits LIMITS = new HeadLimits(8_192, 32_768, 100);

    /** Which request. */
    @Param({"small", "browser"})
    public String request = "small";

    final RequestReader requests = new RequestReader(LIMITS);
    final ResponseReader responses = new ResponseReader(LIMITS);
    final ByteBuf asked = PooledByteBufAllocator.DEFAULT.directBuffer(4_096);
    final ByteBuf answered = PooledByteBufAllocator.DEFAULT.directBuffer(4_096);
    final ByteBuf out = PooledByteBufAllocator.DEFAULT.directBuffer(4_096);
    private final Peer peer = new Peer("192.0.2.7", false, false);

    /** Fills what is read. */
    @Setup
    public void fill() {
        asked.clear().writeCharSequence(request.equals("small") ? SMALL : BROWSER, ISO_8859_1);
        answered.clear().writeCharSequence(ANSWER, ISO_8859_1);
        requests.read(asked.readerIndex(0));
        responses.read(answered.readerIndex(0), "GET");
    }

    Request request() {
        return new Request(requests.head(), "here", "0123456789abcdef", peer);
    }

    Terms terms() {
        return new Terms(request(), true, HeaderEdits.NONE, null, null);
    }
}
