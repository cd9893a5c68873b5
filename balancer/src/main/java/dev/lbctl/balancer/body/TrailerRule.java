package dev.lbctl.balancer.body;

import dev.lbctl.balancer.http.FieldName;
import dev.lbctl.balancer.http.Fields;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells which fields may come behind a body: none that somebody must have known before it (RFC 9110, section 6.5.1). */
final class TrailerRule {
    private static final Set<FieldName> FORBIDDEN = EnumSet.of(
            // framing
            FieldName.TRANSFER_ENCODING,
            FieldName.CONTENT_LENGTH,
            FieldName.TRAILER,
            // routing
            FieldName.HOST,
            FieldName.CONNECTION,
            FieldName.KEEP_ALIVE,
            FieldName.TE,
            FieldName.UPGRADE,
            FieldName.FORWARDED,
            // request modifiers
            FieldName.CACHE_CONTROL,
            FieldName.EXPECT,
            FieldName.MAX_FORWARDS,
            FieldName.PRAGMA,
            FieldName.RANGE,
            // authentication
            FieldName.AUTHORIZATION,
            FieldName.WWW_AUTHENTICATE,
            FieldName.COOKIE,
            FieldName.SET_COOKIE,
            // content format
            FieldName.CONTENT_ENCODING,
            FieldName.CONTENT_TYPE,
            FieldName.CONTENT_RANGE);

    private TrailerRule() {}

    static boolean allows(Fields trailers) {
        for (int i = 0; i < trailers.size(); i++) {
            if (isForbidden(trailers.known(i))
                    || trailers.mimics(i)
                    || trailers.isNamedAlike(i, "x-real-ip")
                    || trailers.isNamedLike(i, "proxy-")
                    || trailers.isNamedLike(i, "x-forwarded-")) {
                return false;
            }
        }
        return true;
    }

    private static boolean isForbidden(@Nullable FieldName name) {
        return name != null && FORBIDDEN.contains(name);
    }
}
