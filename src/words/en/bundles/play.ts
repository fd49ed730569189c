import { grading } from '../grading.ts';
import { play } from '../play.ts';
import { proposals } from '../proposals.ts';
import { survey } from '../survey.ts';

export const words = { grading, play, proposals, survey } as const;
