package dev.lbctl.backend;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.javalin.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON, token by token: to bind it to classes takes five hundred classes more, a tenth of what this process holds in memory. */
final class Json implements JsonMapper {
    private static final JsonFactory JSON = new JsonFactory();

    /** What is sent: it writes the fields of the one object that it is. */
    interface Answer {
        void write(JsonGenerator json) throws IOException;
    }

    /** The object that an {@link Answer} is. */
    @Override
    public String toJsonString(Object answer, Type type) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            ((Answer) answer).write(json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** The same value as the text, on one line and without what may follow it. */
    static String tidy(String text) throws JsonProcessingException {
        StringWriter copy = new StringWriter();
        try (JsonParser parser = JSON.createParser(text);
                JsonGenerator json = JSON.createGenerator(copy)) {
            if (parser.nextToken() == null) {
                throw new JsonParseException(parser, "there is none");
            }
            json.copyCurrentStructure(parser);
        } catch (JsonProcessingException wrong) {
            throw wrong;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return copy.toString();
    }

    /** The fields of an object that holds no other; each is a String, Boolean, Long or Double. */
    static Map<String, Object> fields(String text) throws JsonProcessingException {
        Map<String, Object> fields = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonParseException(parser, "not an object");
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                fields.put(name, value(parser));
            }
        } catch (JsonProcessingException wrong) {
            throw wrong;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return fields;
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            default -> throw new JsonParseException(parser, "neither a text, a number, true nor false");
        };
    }
}
