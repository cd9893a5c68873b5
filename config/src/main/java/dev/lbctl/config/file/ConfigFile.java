package dev.lbctl.config.file;

import dev.lbctl.config.LbConfig;
import dev.lbctl.config.yaml.Problem;
import dev.lbctl.config.yaml.Problems;
import dev.lbctl.config.yaml.Section;
import dev.lbctl.config.yaml.YamlText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** A configuration file, read and written. */
public final class ConfigFile {
    private static final String SHIPPED = "lbctl.yaml";

    private ConfigFile() {}

    /** Reads a file; an unreadable one is a problem like any other. */
    public static ConfigResult read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(YamlText.LONGEST + 1);
            return parse(file.toString(), decode(bytes));
        } catch (NoSuchFileException e) {
            return unreadable(file, "there is no such file", "check the path, or leave it out to use the default");
        } catch (AccessDeniedException e) {
            return unreadable(file, "you may not read this file", "chmod u+r it, or become its owner");
        } catch (CharacterCodingException e) {
            return unreadable(file, "not UTF-8 text", "save it as UTF-8");
        } catch (IOException e) {
            return unreadable(file, "cannot be read: " + e.getMessage(), "name a readable file");
        }
    }

    /**
     * Reads YAML text that came from {@code file}, in whose directory relative paths begin; what it leaves out is as in {@link
     * #defaults}.
     */
    public static ConfigResult parse(String file, String yaml) {
        Problems problems = new Problems();
        Section root = YamlText.root(yaml, shipped(), problems);
        LbConfig config = root.read(section -> ConfigReader.config(section, Path.of(file)));
        return problems.none()
                ? new ConfigResult.Valid(config)
                : new ConfigResult.Invalid(problems.inOrder().stream()
                        .map(problem -> in(file, problem))
                        .toList());
    }

    /** The shipped default: one pool of five sample servers. */
    public static LbConfig defaults() {
        return shipped().read(section -> ConfigReader.config(section, Path.of(SHIPPED)));
    }

    /** The configuration as YAML that {@link #parse} reads back to an equal one. */
    public static String write(LbConfig config) {
        return ConfigWriter.write(config);
    }

    /** The shipped file as an operator would read it. */
    public static String shippedText() {
        try (InputStream in = Objects.requireNonNull(LbConfig.class.getResourceAsStream(SHIPPED), SHIPPED)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Section shipped() {
        Problems problems = new Problems();
        Section root = YamlText.root(shippedText(), null, problems);
        if (!problems.none()) {
            throw new IllegalStateException(SHIPPED + ": " + problems.inOrder());
        }
        return root;
    }

    private static String decode(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static ConfigResult unreadable(Path file, String what, String fix) {
        return new ConfigResult.Invalid(List.of(new ConfigProblem(file.toString(), 0, 0, what, fix)));
    }

    private static ConfigProblem in(String file, Problem problem) {
        return new ConfigProblem(file, problem.line(), problem.column(), problem.what(), problem.fix());
    }
}
