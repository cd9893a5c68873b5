package dev.lbctl.balancer.accesslog;

import dev.lbctl.balancer.metrics.RequestRecord;

/** How a line looks. Owner: the writer's thread. */
interface LineFormat {

    /** Adds one line with its end. Whatever the request says, it is one line, of printable ASCII. */
    void append(RequestRecord request, StringBuilder to);
}
