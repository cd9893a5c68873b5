package dev.lbctl.balancer.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import java.util.Map;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Logback as SLF4J has it, writing to standard error: standard output belongs to data. To find and read a file that says so would
 * take a tenth of a process's start; who has one names it by {@code -Dlogback.configurationFile}.
 */
public class StderrLogging implements SLF4JServiceProvider {
    private final LoggerContext context = new LoggerContext();
    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final LogbackMDCAdapter mdc = new LogbackMDCAdapter();
    private final String pattern;
    private final Map<String, Level> levels;

    /**
     * For a subclass that SLF4J can make.
     *
     * @param levels by the beginnings of loggers' names
     */
    protected StderrLogging(String pattern, Map<String, Level> levels) {
        this.pattern = pattern;
        this.levels = levels;
    }

    /** Has the process log so, unless it was told otherwise; to be called before anything logs. */
    public static void use(Class<? extends StderrLogging> logging) {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("slf4j.provider", logging.getName());
            System.setProperty("slf4j.internal.verbosity", "WARN");
        }
    }

    @Override
    public void initialize() {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(pattern);
        encoder.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setTarget("System.err");
        appender.setEncoder(encoder);
        appender.start();
        context.setMDCAdapter(mdc);
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
        levels.forEach((name, level) -> context.getLogger(name).setLevel(level));
        context.start();
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return context;
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return mdc;
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }
}
