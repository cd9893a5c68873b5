package dev.lbctl.backend;

import dev.lbctl.backend.Wire.Refusal;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.lang.System.Logger.Level;

/** What went wrong → the JSON that says so. */
final class Refusals {
    private Refusals() {}

    /** Ends a request that asks for what cannot be done: answered with 400. */
    static final class Refused extends RuntimeException {
        private final String hint;

        Refused(String detail, String hint) {
            super(detail);
            this.hint = hint;
        }

        /** What to send instead. */
        String hint() {
            return hint;
        }
    }

    static void refused(Refused reason, Context ctx) {
        ctx.status(400).json(new Refusal("bad_request", String.valueOf(reason.getMessage()), reason.hint()));
    }

    static void noSuchRoute(HttpResponseException reason, Context ctx) {
        String what = ctx.req().getMethod() + " " + ctx.path();
        Refusal refusal = switch (reason.getStatus()) {
            case 404 -> new Refusal("not_found", "nothing is at " + ctx.path(), "try GET / or any method on /echo");
            case 405 -> new Refusal("method_not_allowed", what + " is not served", "any method works on /echo");
            default -> new Refusal("refused", what + ": " + reason.getMessage(), "look at what was sent");
        };
        ctx.status(reason.getStatus()).json(refusal);
    }

    static void bug(Exception bug, Context ctx) {
        System.getLogger(Refusals.class.getName()).log(Level.ERROR, ctx.req().getMethod() + " " + ctx.path(), bug);
        ctx.status(500).json(new Refusal("bug", "the server failed on " + ctx.path(), "its log says more"));
    }
}
