package io.schemactl.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a command line as a POSIX shell does, as far as transcripts need. */
final class Words {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([A-Za-z_]\\w*)}?");

    private Words() {}

    static List<String> of(String line, Map<String, String> variables) {
        List<String> words = new ArrayList<>();
        var word = new StringBuilder();
        boolean isWord = false;
        char quote = 0;
        var plain = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote == '\'' ? c == '\'' : quote == '"' && c == '"') {
                word.append(quote == '"' ? expanded(plain, variables) : plain);
                plain.setLength(0);
                quote = 0;
            } else if (quote == 0 && (c == '\'' || c == '"')) {
                word.append(expanded(plain, variables));
                plain.setLength(0);
                quote = c;
                isWord = true;
            } else if (quote == 0 && c == ' ') {
                word.append(expanded(plain, variables));
                plain.setLength(0);
                if (isWord) {
                    words.add(word.toString());
                }
                word.setLength(0);
                isWord = false;
            } else {
                plain.append(c);
                isWord = true;
            }
        }
        word.append(expanded(plain, variables));
        if (isWord) {
            words.add(word.toString());
        }
        return words;
    }

    private static String expanded(CharSequence text, Map<String, String> variables) {
        return VARIABLE.matcher(text)
                .replaceAll(name -> Matcher.quoteReplacement(variables.getOrDefault(name.group(1), "")));
    }
}
