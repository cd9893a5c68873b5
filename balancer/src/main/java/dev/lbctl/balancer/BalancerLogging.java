package dev.lbctl.balancer;

import ch.qos.logback.classic.Level;
import dev.lbctl.balancer.logging.StderrLogging;
import java.util.Map;
import org.slf4j.Logger;

/** The balancer's: what happens to its pools is told, and of libraries what they warn of. A failed start it tells itself, in one line. */
public final class BalancerLogging extends StderrLogging {

    /** For SLF4J. */
    public BalancerLogging() {
        super(
                "%d{HH:mm:ss.SSS} %-5level %msg%n",
                Map.of(Logger.ROOT_LOGGER_NAME, Level.WARN, "dev.lbctl", Level.INFO, "io.javalin", Level.OFF));
    }
}
