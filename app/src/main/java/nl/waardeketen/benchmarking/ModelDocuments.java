// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import nl.waardeketen.analytics.Period;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Models as JSON, as the database and the working files hold them; periods as text, not-a-number as {@code "NaN"}. */
final class ModelDocuments {
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultVisibility(visibility -> visibility
                    .withFieldVisibility(Visibility.ANY)
                    .withIsGetterVisibility(Visibility.NONE)
                    .withGetterVisibility(Visibility.NONE))
            .addModule(new SimpleModule()
                    .addSerializer(new PeriodWriter())
                    .addDeserializer(Period.class, new PeriodReader()))
            .build();

    private ModelDocuments() {}

    static String write(IndicatorModel model) {
        return JSON.writeValueAsString(model);
    }

    static IndicatorModel read(String document) {
        return JSON.readValue(document, IndicatorModel.class);
    }

    private static final class PeriodWriter extends StdSerializer<Period> {
        PeriodWriter() {
            super(Period.class);
        }

        @Override
        public void serialize(Period period, JsonGenerator json, SerializationContext context) {
            json.writeString(period.toString());
        }
    }

    private static final class PeriodReader extends StdDeserializer<Period> {
        PeriodReader() {
            super(Period.class);
        }

        @Override
        public Period deserialize(JsonParser json, DeserializationContext context) {
            return Period.parse(json.getString()).orElseThrow();
        }
    }
}
