package dev.lbctl.balancer.exchange;

import dev.lbctl.balancer.pool.Backend;
import dev.lbctl.balancer.pool.Member;
import dev.lbctl.config.TimeoutConfig;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/** One try of an exchange on one member. Owner: the exchange's event loop. */
public final class Attempt {
    private final Exchange exchange;
    private final Member member;
    private @Nullable BackendStream stream;
    private boolean reused;
    private boolean interim;
    private boolean answered;
    private boolean paused;
    private boolean backendKeepsAlive;
    private boolean over;

    Attempt(Exchange exchange, Member member) {
        this.exchange = exchange;
        this.member = member;
        member.load().begin();
    }

    public Backend backend() {
        return member.backend();
    }

    public TimeoutConfig timeouts() {
        return exchange.timeouts();
    }

    Member member() {
        return member;
    }

    /** A connection is there: sends the request's head, and the whole request when it has no body. */
    public void connected(BackendStream connection, boolean wasUsed) {
        if (over) {
            connection.release(false);
            return;
        }
        stream = connection;
        reused = wasUsed;
        connection.send(HeaderRules.toBackend(exchange.head(), member.backend()));
        connection.flush();
        if (exchange.requestIsComplete()) {
            connection.awaitHead();
        } else {
            exchange.readBody(this);
        }
    }

    /** Whether it takes the request's body. */
    boolean isConnected() {
        return stream != null && !over;
    }

    /** A piece of the request's body. */
    void send(HttpContent content) {
        if (stream == null || over) {
            ReferenceCountUtil.release(content);
            return;
        }
        boolean last = content instanceof LastHttpContent;
        stream.send(content);
        stream.flush();
        if (last) {
            if (!answered) {
                stream.awaitHead();
            }
        } else if (stream.isWritable() && !exchange.requestIsComplete()) { // Flushing may have brought the rest.
            exchange.readBody(this);
        }
    }

    /** The backend takes bytes again. */
    public void backendWritable() {
        if (!over && !exchange.requestIsComplete()) {
            exchange.readBody(this);
        }
    }

    /** The head of an answer, final or interim. */
    public void head(HttpResponse response) {
        if (!isSound(response)) {
            ended(Outcome.Kind.BAD_RESPONSE, "not a valid answer");
            return;
        }
        interim = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        if (interim) {
            exchange.relayInterim(HeaderRules.interim(response));
            return;
        }
        answered = true;
        backendKeepsAlive = HttpUtil.isKeepAlive(response);
        exchange.relayHead(response);
    }

    private static boolean isSound(HttpResponse response) {
        return !response.decoderResult().isFailure()
                && response.status().code() >= 100
                && !response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS)
                && HeaderRules.isPlainlyFramed(response);
    }

    /** A piece of the answer's body. */
    public void content(HttpContent content) {
        if (over || interim) {
            ReferenceCountUtil.release(content);
            return;
        }
        if (content.decoderResult().isFailure()) {
            ReferenceCountUtil.release(content);
            ended(Outcome.Kind.BAD_RESPONSE, "malformed body");
            return;
        }
        boolean last = content instanceof LastHttpContent;
        if (!exchange.relayContent(content) && !last && stream != null) {
            paused = true;
            stream.pause();
        }
        if (last) {
            ended(Outcome.Kind.COMPLETED, "");
        }
    }

    /** What could be read for now was read. */
    public void readComplete() {
        exchange.flushClient();
    }

    void resume() {
        if (stream != null) {
            paused = false;
            stream.resume();
        }
    }

    /** Nothing moved for too long. */
    public void timedOut() {
        boolean bodyIsAwaited = !exchange.requestIsComplete() && stream != null && stream.isWritable();
        ended(paused || bodyIsAwaited ? Outcome.Kind.CLIENT_STALLED : Outcome.Kind.TIMEOUT, "timed out");
    }

    /** It is over, well or not. Only the first end counts. */
    public void ended(Outcome.Kind kind, String detail) {
        if (over) {
            return;
        }
        over = true;
        Outcome outcome = new Outcome(kind, reused, answered, detail);
        member.load().end(outcome.failed());
        if (stream != null) {
            stream.release(kind == Outcome.Kind.COMPLETED && backendKeepsAlive && exchange.requestIsComplete());
        }
        exchange.attemptEnded(this, outcome);
    }
}
