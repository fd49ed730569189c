import * as z from 'zod/mini';
import type { StoredSchema } from '../stored/stored-read.ts';
import { countSchema, objectSchema, oneOfSchema, textSchema, timeSchema } from '../stored/values.ts';
import { type DiceScores, diceScoresSchema } from './dice-scores.ts';

/** By what a network was adapted, and how well it did on exams that it did not learn from. */
export interface AdaptationFacts {
  /** Of the weights that it began with, 64 hexadecimal digits. */
  readonly parent: string;
  /** Frames and exams that it learnt from. */
  readonly frames: number;
  readonly exams: number;
  readonly steps: number;
  readonly held: {
    readonly frames: number;
    readonly exams: number;
    readonly before: DiceScores;
    readonly after: DiceScores;
  };
}

/** A network that was adapted to somebody's own frames, as it is kept on this device; its weights lie apart. */
export interface AdaptedNetwork {
  /** A UUID. */
  readonly id: string;
  /** As the person called it. */
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly keptAtMs: number;
  /** Whether it was adapted here, or came as a file. */
  readonly from: 'here' | 'file';
  /** Of its weights. */
  readonly sha256: string;
  readonly facts: AdaptationFacts;
}

export const NAME_MOST = 60;

const digestSchema = textSchema.check(z.regex(/^[0-9a-f]{64}$/));
export const networkNameSchema = textSchema.check(z.maxLength(NAME_MOST));

export const adaptationFactsSchema: StoredSchema<AdaptationFacts> = objectSchema({
  parent: digestSchema,
  frames: countSchema,
  exams: countSchema,
  steps: countSchema,
  held: objectSchema({
    frames: countSchema,
    exams: countSchema,
    before: diceScoresSchema,
    after: diceScoresSchema,
  }),
});

export const adaptedNetworkSchema: StoredSchema<AdaptedNetwork> = objectSchema({
  id: textSchema,
  name: networkNameSchema,
  keptAtMs: timeSchema,
  from: oneOfSchema(['here', 'file']),
  sha256: digestSchema,
  facts: adaptationFactsSchema,
});
