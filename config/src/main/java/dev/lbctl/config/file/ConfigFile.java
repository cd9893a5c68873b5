package dev.lbctl.config.file;

import dev.lbctl.config.LbConfig;
import dev.lbctl.config.read.ConfigReader;
import dev.lbctl.config.write.ConfigWriter;
import dev.lbctl.config.yaml.Reading;
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
import java.util.Map;
import java.util.Objects;

/** A configuration file, read and written. */
public final class ConfigFile {
    private static final String SHIPPED = "lbctl.yaml";

    private ConfigFile() {}

    /** Reads a file; an unreadable one is a problem like any other. */
    public static ConfigResult read(Path file) {
        return read(file, Replacements.NONE);
    }

    /** The same, with what is said in place of the file's values. */
    public static ConfigResult read(Path file, Replacements replacements) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(YamlText.LONGEST + 1);
            return parse(file.toString(), decode(bytes), replacements);
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
        return parse(file, yaml, Replacements.NONE);
    }

    /** The same, with what is said in place of the text's values. */
    public static ConfigResult parse(String file, String yaml, Replacements replacements) {
        Reading reading = new Reading(file, replacements.byKey());
        Section root = YamlText.root(yaml, shipped(), reading);
        LbConfig config = root.read(section -> ConfigReader.config(section, Path.of(file)));
        reading.checkUnused();
        return reading.problems().none()
                ? new ConfigResult.Valid(config, reading.origins())
                : new ConfigResult.Invalid(reading.problems().inOrder().stream()
                        .map(ConfigProblem::of)
                        .toList());
    }

    /** The shipped default: one pool of five sample servers. */
    public static LbConfig defaults() {
        return shipped().read(section -> ConfigReader.config(section, Path.of(SHIPPED)));
    }

    /** The configuration as YAML that {@link #parse} reads back to an equal one. */
    public static String write(LbConfig config) {
        return text(tree(config));
    }

    /** The same as maps, lists and single values. */
    public static Map<String, Object> tree(LbConfig config) {
        return ConfigWriter.tree(config);
    }

    /** A {@link #tree} as YAML. */
    public static String text(Map<String, Object> tree) {
        return ConfigWriter.text(tree);
    }

    /** The shipped file as an operator would read it. */
    public static String shippedText() {
        return resource(SHIPPED);
    }

    /** The JSON Schema of such a file. */
    public static String schema() {
        return resource("lbctl.schema.json");
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(LbConfig.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Section shipped() {
        Reading reading = new Reading(SHIPPED, Map.of());
        Section root = YamlText.root(shippedText(), null, reading);
        if (!reading.problems().none()) {
            throw new IllegalStateException(SHIPPED + ": " + reading.problems().inOrder());
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
}
