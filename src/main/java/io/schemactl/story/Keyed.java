package io.schemactl.story;

import java.util.List;

/** A kind of mapping in a story's file. */
interface Keyed {

    /** The keys that it may have. */
    List<String> keys();

    /** What to call the mapping in a message. */
    String word();
}
