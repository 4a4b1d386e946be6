package io.schemactl.db;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Decodes the percent-encoding of URLs, without ever repeating the text in a message. */
final class PercentCode {

    private PercentCode() {}

    /**
     * The text that an encoded one stands for.
     *
     * @param isForm whether a plus sign is a space
     */
    static String decode(String text, boolean isForm) {
        if (text.indexOf('%') < 0 && !(isForm && text.indexOf('+') >= 0)) {
            return text;
        }
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        var decoded = ByteBuffer.allocate(raw.length);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] == '%') {
                decoded.put(octet(raw, i));
                i += 2;
            } else {
                decoded.put(isForm && raw[i] == '+' ? (byte) ' ' : raw[i]);
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(decoded.flip()).toString();
        } catch (CharacterCodingException e) {
            throw UrlProblem.of("the URL's percent-encoding is not UTF-8", "encode the UTF-8 bytes of each character");
        }
    }

    private static byte octet(byte[] raw, int at) {
        int high = at + 2 < raw.length ? Character.digit(raw[at + 1], 16) : -1;
        int low = at + 2 < raw.length ? Character.digit(raw[at + 2], 16) : -1;
        if (high < 0 || low < 0 || high + low == 0) {
            throw UrlProblem.of(
                    "the URL has a % that is not followed by two hexadecimal digits", "write %25 for a percent sign");
        }
        return (byte) (high * 16 + low);
    }
}
