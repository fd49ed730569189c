/** What the reading of a file, and of the ultrasound image in it, has to tell. */
export type FormatMessages = {};
