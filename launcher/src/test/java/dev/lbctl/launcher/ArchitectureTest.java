package dev.lbctl.launcher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may know whom: the table of docs/architecture.md. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.lbctl");

    @ParameterizedTest(name = "{0} knows of our packages only {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "config               | config",
                "config.yaml          | config.yaml",
                "config.read          | config, config.read, config.yaml",
                "config.write         | config, config.write, config.yaml",
                "config.file          | config, config.file, config.read, config.write, config.yaml",
                "config.advice        | config..",
                "backend..            | backend..",
                "balancer.api         | balancer.api",
                "balancer.evidence    | balancer.evidence",
                "balancer.file        | balancer.file",
                "balancer.absence     | balancer.absence",
                "balancer.ledger      | balancer.ledger",
                "balancer.pool        | balancer.pool, balancer.evidence, balancer.ledger, balancer.absence",
                "balancer.decision    | balancer.decision, balancer.sticky, balancer.pool, balancer.retry, config",
                "balancer.metrics     | balancer.metrics, balancer.decision, balancer.ledger, balancer.pool",
                "balancer.history     | balancer.history, balancer.metrics, balancer.ledger, balancer.pool",
                "balancer.http        | balancer.http",
                "balancer.logging     | balancer.logging",
                "balancer.head        | balancer.head, balancer.http",
                "balancer.body        | balancer.body, balancer.http",
                "balancer.accesslog   | balancer.accesslog, balancer.metrics, config",
                "balancer.algorithm   | balancer.algorithm, balancer.sticky, balancer.ledger, balancer.pool, config",
                "balancer.sticky      | balancer.sticky, balancer.file, balancer.pool, config",
                "balancer.retry       | balancer.retry",
                "balancer.queue       | balancer.queue",
                "balancer.header      | balancer.header, balancer.http",
                "balancer.refusal     | balancer.refusal, balancer.http, balancer.retry",
                "balancer.route       | balancer.route, balancer.algorithm, balancer.header, balancer.queue, balancer.retry, config",
                "balancer.probe       | balancer.probe, balancer.evidence, balancer.pool, config",
                "balancer.names       | balancer.names",
                "balancer.check       | balancer.check, balancer.names, balancer.probe, balancer.retry, balancer.http, balancer.head, balancer.body, balancer.upstream, balancer.pool, config",
                "balancer.health      | balancer.health, balancer.probe, balancer.evidence, balancer.pool, balancer.retry, config",
                "balancer.exchange    | balancer.exchange, balancer.absence, balancer.http, balancer.body, balancer.header, balancer.refusal, balancer.retry, balancer.queue, balancer.pool, balancer.algorithm, balancer.route, balancer.sticky, balancer.decision, balancer.metrics, config",
                "balancer.upstream    | balancer.upstream, balancer.names, balancer.exchange, balancer.http, balancer.head, balancer.body, balancer.retry, balancer.pool, config",
                "balancer.listener    | balancer.listener, balancer.upstream, balancer.exchange, balancer.http, balancer.head, balancer.body, balancer.header, balancer.refusal, config",
                "balancer.surface     | balancer.surface, balancer.api, config",
                "balancer.operator    | balancer.operator, balancer.api, balancer.file, balancer.pool, balancer.algorithm, config, config.yaml",
                "balancer.event       | balancer.event, balancer.operator, balancer.api, balancer.pool, config",
                "balancer.explain     | balancer.explain, balancer.absence, balancer.api, balancer.algorithm, balancer.sticky, balancer.decision, balancer.metrics, balancer.http, balancer.pool, balancer.refusal, balancer.retry, balancer.route, config",
                "balancer.reload      | balancer.reload, config, config.file",
                "balancer.scorecard   | balancer.scorecard, balancer.api, balancer.pool, balancer.metrics, balancer.decision, balancer.retry",
                "balancer.control     | balancer.control, balancer.scorecard, balancer.absence, balancer.reload, balancer.explain, balancer.history, balancer.operator, balancer.event, balancer.surface, balancer.api, balancer.pool, balancer.evidence, balancer.ledger, balancer.metrics, config, config.file, config.yaml",
                "balancer             | balancer.., config, config.file",
                "launcher..           | launcher.., balancer.api, balancer.file, balancer.logging, balancer.surface, balancer.reload, config.."
            })
    void a_package_knows_only_its_own_side_of_the_table(String who, String whom) {
        String[] known = packages(whom);
        classes()
                .that()
                .resideInAnyPackage(packages(who))
                .should()
                .onlyDependOnClassesThat(outside().or(JavaClass.Predicates.resideInAnyPackage(known)))
                .check(CLASSES);
    }

    @Test
    void netty_stays_with_exchanges_and_the_two_sides_of_the_wire() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        packages(
                                "balancer.http, balancer.head, balancer.body, balancer.header, balancer.refusal, balancer.exchange, balancer.listener, balancer.upstream, balancer.check, balancer.names, launcher.systemd"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.netty..")
                .check(CLASSES);
    }

    @Test
    void messages_are_read_and_written_with_nothing_of_netty_but_its_buffers() {
        noClasses()
                .that()
                .resideInAnyPackage(packages("balancer.http, balancer.head, balancer.body"))
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("io.netty..")
                        .and(JavaClass.Predicates.resideOutsideOfPackages("io.netty.buffer..", "io.netty.util..")))
                .check(CLASSES);
    }

    @Test
    void an_exchange_never_sees_a_channel() {
        noClasses()
                .that()
                .resideInAPackage("dev.lbctl.balancer.exchange")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.netty.channel..", "io.netty.bootstrap..")
                .check(CLASSES);
    }

    @Test
    void nobody_calls_by_the_http_client_of_the_jdk() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.net.http..")
                .because("it takes threads that a JVM's end waits for, and a megabyte and a half of memory")
                .check(CLASSES);
    }

    @Test
    void no_packages_depend_on_each_other_in_a_circle() {
        slices().matching("dev.lbctl.(*).(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void commands_of_one_kind_know_what_all_have_in_common_and_no_others() {
        slices().matching("dev.lbctl.launcher.cli.(*)")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        DescribedPredicate.alwaysTrue(),
                        JavaClass.Predicates.resideInAPackage("dev.lbctl.launcher.cli.line"))
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("dev.lbctl.launcher.cli.*")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.lbctl.launcher.cli")
                .check(CLASSES);
    }

    @Test
    void names_say_what_a_thing_is() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Util|Utils|Common|Base|Impl|Abstract|Service|Processor|Info|Data)")
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> outside() {
        return JavaClass.Predicates.resideOutsideOfPackage("dev.lbctl..");
    }

    private static String[] packages(String list) {
        return Arrays.stream(list.split(",", -1))
                .flatMap(name -> Stream.of("dev.lbctl." + name.trim()))
                .toArray(String[]::new);
    }
}
