package dev.lbctl.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.lbctl.config.Address;
import dev.lbctl.launcher.client.BalancerClient;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class BalancerMembershipTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(BalancerMembership.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
    }

    @Test
    void a_balancer_that_is_gone_is_no_reason_for_an_alarm() {
        BalancerClient nobody = new BalancerClient(new Address("127.0.0.1", 1), "token");

        new BalancerMembership(CompletableFuture.completedFuture(nobody))
                .leave("server-1")
                .join();

        assertThat(log.list).extracting(ILoggingEvent::getLevel).doesNotContain(Level.WARN, Level.ERROR);
    }
}
