package io.schemactl.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlMaskTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgresql://u:hunter2@h:5432/d|postgresql://u:****@h:5432/d",
                "postgresql://u@h/d?sslmode=require|postgresql://u@h/d?sslmode=require",
                "postgresql://h:5432/d|postgresql://h:5432/d",
                "jdbc:postgresql://h/d?user=u&password=hunter2&x=y|jdbc:postgresql://h/d?user=u&password=****",
                "host=h password=hunter2|host=h password=****",
                "embedded:portal|embedded:portal",
            })
    void showsAllButThePassword(String url, String shown) {
        assertEquals(shown, UrlMask.mask(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://u:hunter2/x@h/d",
                "postgresql://u:x/hunter2@h/d",
                "postgresql://u:x?hunter2@h/d",
                "postgresql://u:x@hunter2@h/d",
                "postgresql://u:x#hunter2@h/d",
                "postgresql+asyncpg://u:x%2Fhunter2@h/d",
                "mysql://u:hunter2@h/d",
                "u:hunter2@h/d",
                "postgresql:u:hunter2@h/d",
                "postgresql://h/d?password=a&hunter2",
                "postgresql://h/d?PASSWORD=hunter2",
                "host=h password = 'x hunter2'",
                "postgresql://h/d?sslpassword=hunter2",
            })
    void hidesPasswordsInMalformedUrls(String url) {
        assertFalse(UrlMask.mask(url).contains("hunter2"), UrlMask.mask(url));
    }

    @Test
    void scrubsEncodedForms() {
        var secret = new Secret("p@ss w/rd");
        assertEquals("a **** b **** c ****", secret.scrub("a p@ss w/rd b p%40ss%20w%2Frd c p%40ss+w%2Frd"));
        assertEquals("****", secret.toString());
    }
}
