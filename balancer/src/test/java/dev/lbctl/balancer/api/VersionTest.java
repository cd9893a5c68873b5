package dev.lbctl.balancer.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class VersionTest {

    @Test
    void the_release_is_the_one_that_was_built() throws IOException {
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<version>" + Version.CURRENT + "</version>");
    }
}
