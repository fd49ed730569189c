/**
 * Credit (0-100) from which an answer is right: a reply in the band in which experts disagree has half of it, and an examiner
 * would let it pass.
 */
export const RIGHT_SCORE = 50;
