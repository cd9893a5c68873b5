package dev.lbctl.balancer.operator;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lbctl.balancer.api.Json;

/** Overrides as text; made when there are some, since a mapper takes longer than a balancer needs for its configuration. */
final class OverridesJson {
    private static final ObjectMapper JSON = ((JsonMapper) Json.strict())
            .rebuild()
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .build();

    private OverridesJson() {}

    static Overrides read(String text) throws JsonProcessingException {
        return JSON.readValue(text, Overrides.class);
    }

    static String write(Overrides overrides) throws JsonProcessingException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(overrides) + "\n";
    }
}
