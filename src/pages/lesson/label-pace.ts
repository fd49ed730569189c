/** Names follow what they name only at every so many-th image, or nobody could read them. */
export const LABELS_EVERY = 8;

/** After a change they follow so many images at once: the first of them may have been under way before. */
export const LABELS_FIRST = 4;
