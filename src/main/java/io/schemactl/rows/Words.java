package io.schemactl.rows;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;

/** Draws texts: mostly words, and the forms that checks often demand. */
final class Words {

    private static final List<Function<Random, String>> FORMS = List.of(
            random -> Scalars.letters(random, 6).toUpperCase(Locale.ROOT),
            random -> Scalars.letters(random, 5) + "@shop.example",
            random -> "https://" + Scalars.letters(random, 5) + ".example/" + Scalars.letters(random, 3),
            random -> Scalars.letters(random, 4) + "-" + Scalars.letters(random, 3),
            random -> Scalars.letters(random, 2).toUpperCase(Locale.ROOT) + "-" + (100 + random.nextInt(900)),
            random -> capitalised(Scalars.letters(random, 7)),
            random -> Integer.toString(random.nextInt(10)),
            random -> Integer.toString(10_000 + random.nextInt(90_000)),
            random -> "+49" + (100_000_000 + random.nextInt(900_000_000)),
            random -> Scalars.hexadecimal(random, 8),
            random -> "#" + Scalars.hexadecimal(random, 6),
            random -> Scalars.hexadecimal(random, 16).repeat(4),
            random -> (1 + random.nextInt(9)) + "." + random.nextInt(10) + "." + random.nextInt(10),
            random -> Scalars.letters(random, 1),
            random -> Scalars.letters(random, 5) + " " + Scalars.letters(random, 6));

    private Words() {}

    /** A word or two, different each time. */
    static String draw(Random random) {
        return capitalised(Scalars.letters(random, 5)) + " " + Scalars.letters(random, 4 + random.nextInt(5));
    }

    /** A word of at most so many letters; 0 for any number. */
    static String draw(Random random, int limit) {
        if (limit == 0) {
            return draw(random);
        }
        return limit < 12 ? Scalars.letters(random, limit) : draw(random);
    }

    /** A text in one of the forms that checks often demand. */
    static String drawForm(Random random) {
        return FORMS.get(random.nextInt(FORMS.size())).apply(random);
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
