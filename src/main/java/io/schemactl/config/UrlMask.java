package io.schemactl.config;

import java.util.regex.Pattern;

/** Hides the password in a connection URL, even in one that is malformed; masks too much rather than too little. */
public final class UrlMask {

    private static final Pattern SCHEME = Pattern.compile("^(?:jdbc:)?[A-Za-z][A-Za-z0-9+.-]*://");

    private static final Pattern PARAMETER =
            Pattern.compile("(?is)(pass\\w*|pwd|\\w*password|\\w*secret|\\w*token)(\\s*=\\s*|%3d).*");

    private UrlMask() {}

    /** The URL or keyword/value string as it may be shown. */
    public static String mask(String url) {
        String text = maskUserInfo(url.strip());
        return PARAMETER.matcher(text).replaceFirst("$1=" + Secret.MASK);
    }

    /** An unencoded password may hold any character, so it ends at the last {@code @} of the whole text. */
    private static String maskUserInfo(String url) {
        var scheme = SCHEME.matcher(url);
        int at = url.lastIndexOf('@');
        if (!scheme.find()) {
            // Without a scheme nothing says where a user name ends; show nothing in front of the host.
            return at < 0 || url.indexOf(':') < 0 ? url : Secret.MASK + url.substring(at);
        }
        int colon = url.indexOf(':', scheme.end());
        if (at < 0 || colon < 0 || colon > at) {
            return url;
        }
        return url.substring(0, colon + 1) + Secret.MASK + url.substring(at);
    }
}
