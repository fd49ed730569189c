/** How many simulated frames are learnt from beside a person's own. */
export const REHEARSED = 20;
