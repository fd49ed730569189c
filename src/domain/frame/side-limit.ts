/** Longest side of a picture that is decoded, in pixels: a 4K screen fits, a picture that would eat the memory does not. */
export const MAX_SIDE_PX = 4096;
