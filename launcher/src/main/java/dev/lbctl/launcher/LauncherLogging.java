package dev.lbctl.launcher;

import ch.qos.logback.classic.Level;
import dev.lbctl.balancer.logging.StderrLogging;
import java.util.Map;
import org.slf4j.Logger;

/** The launcher's, of mishaps alone; what an endpoint fails at is logged by us, and Javalin would add what a client broke off. */
public final class LauncherLogging extends StderrLogging {

    /** For SLF4J. */
    public LauncherLogging() {
        super(
                "%d{HH:mm:ss.SSS} %-5level %logger{0}: %msg%n%ex{short}",
                Map.of(Logger.ROOT_LOGGER_NAME, Level.WARN, "io.javalin", Level.ERROR));
    }
}
