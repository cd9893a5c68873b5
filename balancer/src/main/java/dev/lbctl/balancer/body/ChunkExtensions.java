package dev.lbctl.balancer.body;

import dev.lbctl.balancer.http.Octets;

/**
 * The grammar of chunk extensions, an octet at a time (RFC 9112, section 7.1.1):
 * {@code *( BWS ";" BWS token [ BWS "=" BWS ( token / quoted-string ) ] )}.
 */
final class ChunkExtensions {
    private enum State {
        /** Behind the size or a value: a blank or a semicolon. */
        BEFORE,
        /** Behind a blank: the semicolon must come. */
        SEMICOLON,
        NAME_START,
        NAME,
        NAME_END,
        VALUE_START,
        VALUE,
        QUOTED,
        ESCAPED,
        WRONG
    }

    private State state = State.BEFORE;

    void begin() {
        state = State.BEFORE;
    }

    /** Whether the grammar allows the octet here. */
    boolean take(byte octet) {
        state = next(octet);
        return state != State.WRONG;
    }

    /** Whether the line may end here. */
    boolean mayEnd() {
        return state == State.BEFORE || state == State.NAME || state == State.VALUE;
    }

    private State next(byte octet) {
        boolean blank = Octets.are(Octets.BLANK, octet);
        boolean token = Octets.are(Octets.TOKEN, octet);
        return switch (state) {
            case BEFORE, SEMICOLON -> blank ? State.SEMICOLON : semicolon(octet);
            case NAME_START -> blank ? State.NAME_START : token ? State.NAME : State.WRONG;
            case NAME -> token ? State.NAME : nameEnd(octet);
            case NAME_END -> nameEnd(octet);
            case VALUE_START -> blank ? State.VALUE_START : valueStart(octet);
            case VALUE -> token ? State.VALUE : blank ? State.SEMICOLON : semicolon(octet);
            case QUOTED -> quoted(octet);
            case ESCAPED -> Octets.are(Octets.TEXT, octet) ? State.QUOTED : State.WRONG;
            case WRONG -> State.WRONG;
        };
    }

    private static State semicolon(byte octet) {
        return octet == ';' ? State.NAME_START : State.WRONG;
    }

    private static State nameEnd(byte octet) {
        if (Octets.are(Octets.BLANK, octet)) {
            return State.NAME_END;
        }
        return octet == '=' ? State.VALUE_START : semicolon(octet);
    }

    private static State valueStart(byte octet) {
        if (octet == '"') {
            return State.QUOTED;
        }
        return Octets.are(Octets.TOKEN, octet) ? State.VALUE : State.WRONG;
    }

    private static State quoted(byte octet) {
        return switch (octet) {
            case '"' -> State.BEFORE;
            case '\\' -> State.ESCAPED;
            default -> Octets.are(Octets.TEXT, octet) ? State.QUOTED : State.WRONG;
        };
    }
}
