package dev.lbctl.balancer.health;

import dev.lbctl.balancer.pool.Backend;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** Asks for a path by GET over HTTP/1.1. A status of 200–399 passes; redirects are not followed; a refused connect is proof. */
public final class HttpProbe implements Probe {
    private final HttpClient client;
    private final String path;
    private final Duration timeout;

    /**
     * A probe that shares its connections with others.
     *
     * @param timeout from the connect to the answer's last byte
     */
    public HttpProbe(HttpClient client, String path, Duration timeout) {
        this.client = client;
        this.path = path;
        this.timeout = timeout;
    }

    /** A client for any number of probes; its threads do not keep the process alive. */
    public static HttpClient newClient() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .sslContext(unused())
                .build();
    }

    /** Probes are plain HTTP; the client's own choice would read all of the system's certificates at the start. */
    private static SSLContext unused() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[0], null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has TLS", e);
        }
    }

    @Override
    public CompletionStage<Result> check(Backend backend) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(backend.url() + path))
                .header("User-Agent", "lbctl-health")
                .timeout(timeout)
                .build();
        CompletableFuture<HttpResponse<Void>> answer = client.sendAsync(request, BodyHandlers.discarding());
        return answer.copy()
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .handle((response, failure) -> {
                    answer.cancel(true);
                    return failure == null ? judge(response.statusCode()) : explain(failure, backend);
                });
    }

    private static Result judge(int status) {
        String words = "HTTP " + status;
        return status >= 200 && status < 400 ? new Result.Passed(words) : new Result.Failed(words, false);
    }

    private Result explain(Throwable failure, Backend backend) {
        Throwable cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
        if (cause instanceof TimeoutException || cause instanceof HttpTimeoutException) {
            return new Result.Failed("no answer within " + timeout.toMillis() + " ms", false);
        }
        if (isCausedBy(UnresolvedAddressException.class, cause)) {
            return new Result.Failed("the host " + backend.host() + " is not known", false);
        }
        if (cause instanceof ConnectException) {
            return isRefusal(cause)
                    ? new Result.Failed("connection refused on " + address(backend), true)
                    : new Result.Failed("cannot connect to " + address(backend) + ": " + rootMessage(cause), false);
        }
        return new Result.Failed("broken answer: " + rootMessage(cause), false);
    }

    /** The JDK's client tries a refused connect once more on the same, by then closed channel, and tells only of that. */
    private static boolean isRefusal(Throwable cause) {
        return cause.getCause() instanceof ClosedChannelException
                || rootMessage(cause).contains("refused");
    }

    private static String address(Backend backend) {
        return backend.url().substring("http://".length());
    }

    private static boolean isCausedBy(Class<? extends Throwable> type, @Nullable Throwable failure) {
        return failure != null && (type.isInstance(failure) || isCausedBy(type, failure.getCause()));
    }

    private static String rootMessage(Throwable failure) {
        Throwable cause = failure.getCause();
        String own = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return cause == null || cause.getMessage() == null ? own : rootMessage(cause);
    }
}
