package dev.lbctl.balancer.header;

import dev.lbctl.balancer.http.FieldName;
import dev.lbctl.balancer.http.Fields;
import dev.lbctl.balancer.http.RequestHead;
import dev.lbctl.balancer.http.ResponseHead;
import dev.lbctl.balancer.http.Version;
import org.jspecify.annotations.Nullable;

/** Changes of protocol on a connection, such as WebSocket (RFC 9110, section 7.8). Pure. */
public final class Upgrade {

    private static final int SWITCHING_PROTOCOLS = 101;

    private Upgrade() {}

    /**
     * Whether a request's wish for another protocol may be passed on. One with a body may not, as the body would not be told from
     * what follows; nor may HTTP/2, as its requests would pass unseen.
     */
    public static boolean isWanted(RequestHead head) {
        Fields fields = head.fields();
        return head.version() == Version.HTTP_1_1
                && fields.count(FieldName.UPGRADE) == 1
                && fields.lists(FieldName.CONNECTION, "upgrade")
                && !head.framing().hasBody()
                && !fields.lists(FieldName.UPGRADE, "h2c")
                && !fields.lists(FieldName.UPGRADE, "HTTP/2.0");
    }

    /** Whether what follows an answer's head is no longer HTTP: after 101, or when CONNECT succeeds (RFC 9110, section 9.3.6). */
    public static boolean opensTunnel(RequestHead request, ResponseHead answer) {
        return answer.status() == SWITCHING_PROTOCOLS || (isConnect(request) && answer.status() / 100 == 2);
    }

    /** Whether the backend may do so: it was asked to. */
    public static boolean isAgreed(RequestHead request, ResponseHead answer) {
        return answer.status() == SWITCHING_PROTOCOLS
                ? isWanted(request)
                        && isAmongAsked(request.fields(), answer.fields().first(FieldName.UPGRADE))
                : isConnect(request);
    }

    private static boolean isAmongAsked(Fields asked, @Nullable String protocol) {
        return protocol != null && asked.lists(FieldName.UPGRADE, protocol);
    }

    private static boolean isConnect(RequestHead request) {
        return request.method().equals("CONNECT");
    }

    static String wanted(RequestHead head) {
        String wanted = head.fields().first(FieldName.UPGRADE);
        return wanted == null ? "" : wanted;
    }
}
