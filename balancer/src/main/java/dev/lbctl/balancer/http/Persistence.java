package dev.lbctl.balancer.http;

/** Whether a connection is meant to outlive a message (RFC 9112, section 9.3). */
final class Persistence {
    private Persistence() {}

    static boolean isWanted(Version version, Fields fields) {
        if (!fields.contains(FieldName.CONNECTION)) {
            return version == Version.HTTP_1_1;
        }
        boolean stays = version == Version.HTTP_1_1 || fields.lists(FieldName.CONNECTION, "keep-alive");
        return stays && !fields.lists(FieldName.CONNECTION, "close");
    }
}
