package dev.cuecard.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.data.Json;
import dev.cuecard.schema.RandomTypes;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.generate.GeneratedSchema;
import dev.cuecard.schema.generate.Schemas;
import dev.cuecard.schema.validate.Validator;
import dev.cuecard.sim.refuse.StrictSchema;
import dev.cuecard.sim.sample.Dice;
import dev.cuecard.sim.sample.Sampler;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** For any type of the language the first value that is made up fits; nothing is left to luck. */
class RandomTypesSimulatedTest {

    @Property(tries = 200)
    void theFirstValueFits(@ForAll long seed) {
        Type type = new RandomTypes(seed, false).root();
        GeneratedSchema schema = Schemas.full(type);
        Validator validator = Validator.compile(schema);
        Sampler sampler = new Sampler(schema.schema());
        for (int i = 0; i < 5; i++) {
            Json value = sampler.sample(Dice.of(Long.toString(seed), Integer.toString(i)));
            assertThat(value).as("%s", schema.schema()).isNotNull();
            assertThat(validator.validate(value))
                    .as("%s in %s", value, schema.schema())
                    .isEmpty();
        }
    }

    @Property(tries = 100)
    void soDoesOneOfTheWireSchema(@ForAll long seed) {
        Json.Obj wire = Schemas.wire(new RandomTypes(seed, true).root(), false).schema();
        assertThat(StrictSchema.problem(wire)).as("%s", wire).isNull();
        Validator validator = Validator.compile(new GeneratedSchema(wire, Map.of(), Map.of(), Map.of()));
        Json value = new Sampler(wire).sample(Dice.of(Long.toString(seed)));
        assertThat(value).as("%s", wire).isNotNull();
        assertThat(validator.validate(value)).as("%s in %s", value, wire).isEmpty();
    }
}
