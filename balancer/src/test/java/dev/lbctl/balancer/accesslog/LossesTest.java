package dev.lbctl.balancer.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LossesTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(Losses.class);
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();
    private long nanos;
    private final Losses losses = new Losses("/a.log", () -> nanos);

    @BeforeEach
    void listen() {
        said.start();
        logger.addAppender(said);
        logger.setAdditive(false);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(said);
        logger.setAdditive(true);
    }

    @Test
    void losses_are_said_at_once_and_then_once_a_minute() {
        losses.add(3, "the disk is full");
        losses.tellIfDue();
        losses.add(4, "the disk is still full");
        losses.tellIfDue();
        assertThat(said()).containsExactly("access log /a.log: the disk is full (lines lost up to now: 3)");
        nanos += Duration.ofMinutes(1).toNanos();
        losses.tellIfDue();
        assertThat(said()).last().isEqualTo("access log /a.log: the disk is still full (lines lost up to now: 7)");
        assertThat(losses.total()).isEqualTo(7);
    }

    @Test
    void nothing_is_said_twice() {
        losses.add(1, "once");
        losses.tellIfDue();
        nanos += Duration.ofMinutes(1).toNanos();
        losses.tellIfDue();
        losses.tell();
        assertThat(said()).hasSize(1);
    }

    private List<String> said() {
        return said.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
