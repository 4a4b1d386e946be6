package io.schemactl.catalog.form;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.io.IOException;
import java.util.function.Function;

/** Turns records into trees with all their components, and back. */
final class RecordMapper {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            // Methods such as isEmpty are no components.
            .visibility(PropertyAccessor.GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .addModule(new SimpleModule("names")
                    .addSerializer(Identifier.class, ToStringSerializer.instance)
                    .addSerializer(QualifiedName.class, ToStringSerializer.instance)
                    .addDeserializer(Identifier.class, new NameReader<>(NameText::identifier))
                    .addDeserializer(QualifiedName.class, new NameReader<>(NameText::qualified)))
            .build();

    private RecordMapper() {}

    static ObjectNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /**
     * The record that a tree is the form of.
     *
     * @throws IllegalArgumentException if the tree does not fit the record
     */
    static <T> T value(Class<T> type, ObjectNode tree) {
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    /** Reads names from their texts. */
    private static final class NameReader<T> extends JsonDeserializer<T> {

        private final Function<String, T> read;

        NameReader(Function<String, T> read) {
            this.read = read;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return read.apply(parser.getText());
        }
    }
}
