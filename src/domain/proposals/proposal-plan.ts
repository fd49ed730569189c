import type { Mask } from '../frame/frame.ts';
import { placeOf } from '../grading/feedback-place.ts';
import type { Key, KeyFinding } from '../grading/grade.ts';
import type { Instance } from '../grading/instances.ts';
import { widthMm } from '../grading/key/key-finding.ts';
import { RUNS } from '../grading/offset.ts';
import { type Random, randomCreate } from '../numbers/random.ts';
import { type NetworkReading, networkRead } from './network-read.ts';
import {
  findingIsMissable,
  MISSABLE,
  type MissableFinding,
  PROPOSALS_MAX,
  type Proposal,
  type ProposalOmission,
  type ProposalPlan,
} from './proposal.ts';
import { findingIsCovered } from './proposal-judge.ts';
import { type ProposalError, TRAPS, type Trap } from './trap.ts';
import { trapPlant } from './trap-plant.ts';

/** What is to be proposed on an image. */
export interface ProposalWish {
  /** The traps of which errors are planted. */
  readonly traps: readonly Trap[];
  /** Whether the network's own errors are proposed, before any that is planted. */
  readonly hasOwnErrors: boolean;
  /** How many errors there are, a number from one to the other; fewer where the image has no place for them. */
  readonly errors: { readonly least: number; readonly most: number };
}

/** Everything is tried, and a learner does not know how much of it is wrong. */
export const WISH_ANY: ProposalWish = {
  traps: TRAPS,
  hasOwnErrors: true,
  errors: { least: 0, most: 3 },
};

/** Separates what is drawn here from all else that is drawn from the same seed. */
const STREAM = 31;

interface Candidate {
  readonly proposed: Instance;
  readonly error: ProposalError | null;
  readonly isPlanted: boolean;
}

/**
 * What is proposed on an image: errors in a number that the seed draws, the network's own before those that are planted,
 * and beside them what the network has right. Where the network is not known, the truth stands in its place.
 *
 * @param key of the truth
 * @param network the network's own labels, on the raster of the key; null where there are none
 * @param seed 0 to 2^32 - 1; the same seed gives the same plan of the same image
 */
export function proposalPlan(key: Key, network: Mask | null, wish: ProposalWish, seed: number): ProposalPlan {
  const random = randomCreate(seed, STREAM);
  const read = network === null ? readingOfTruth(key) : networkRead(network, key);
  const { least, most } = wish.errors;
  const wanted = least + Math.floor(random.next() * (most - least + 1));

  const own = wish.hasOwnErrors ? shuffled(read.wrong, random) : [];
  const errors: Candidate[] = own
    .slice(0, wanted)
    .map(({ proposed, error }) => ({ proposed, error, isPlanted: false }));
  // What the network does not see cannot be hidden, so it counts as an error however many are wanted.
  let omission = wish.hasOwnErrors ? omissionOf(read.missed, 'other', key) : null;
  const instead: KeyFinding[] = omission === null ? [] : [...read.missed];
  for (const trap of shuffled(wish.traps, random)) {
    if (errors.length + (omission === null ? 0 : 1) >= wanted) break;
    if (errors.some(({ error }) => error === trap)) continue;
    const planted = trapPlant(trap, key);
    if (planted === null || planted.instead.some((one) => instead.includes(one))) continue;
    if (planted.proposed === null) {
      if (omission !== null) continue;
      omission = omissionOf(planted.instead, trap, key);
    } else errors.push({ proposed: planted.proposed, error: trap, isPlanted: true });
    instead.push(...planted.instead);
  }

  const right = rightOf(read, key, instead);
  const room = PROPOSALS_MAX - errors.length;
  const chosen = [
    ...right.filter(({ finding }) => findingIsMissable(finding)),
    ...shuffled(
      right.filter(({ finding }) => !findingIsMissable(finding)),
      random,
    ),
  ].slice(0, room);
  const proposals = numbered([
    ...errors,
    ...chosen.map((proposed) => ({ proposed, error: null, isPlanted: false })),
  ]);
  return { proposals, omission, missing: missingOf(key, chosen) };
}

/** The network's right findings, and those of the truth of which it has something unclear, but for what an error stands for. */
function rightOf(read: NetworkReading, key: Key, instead: readonly KeyFinding[]): readonly Instance[] {
  const right = read.right.filter(
    (proposed) =>
      !instead.some((one) => one.finding === proposed.finding && findingIsCovered(one, [proposed], key)),
  );
  const unread = key.findings.filter(
    (one) =>
      one.standing === 'asked' &&
      findingIsMissable(one.finding) &&
      !instead.includes(one) &&
      !findingIsCovered(one, sameOf(right, one), key),
  );
  return [...right, ...unread];
}

/** What is proposed of the class of a finding, or of the one that it may as well be taken for. */
function sameOf(proposed: readonly Instance[], one: KeyFinding): readonly Instance[] {
  return proposed.filter(({ finding }) => finding === one.finding || finding === one.alsoAs);
}

function readingOfTruth(key: Key): NetworkReading {
  return { right: key.findings.filter(({ standing }) => standing === 'asked'), wrong: [], missed: [] };
}

function omissionOf(
  left: readonly KeyFinding[],
  error: ProposalError,
  { mask }: Key,
): ProposalOmission | null {
  const [largest] = [...left].sort((a, b) => b.areaMm2 - a.areaMm2);
  if (largest === undefined || !findingIsMissable(largest.finding)) return null;
  const { finding, centre } = largest;
  return {
    finding,
    error,
    centre,
    place: placeOf(largest, mask.sector),
    widthMm: RUNS[finding] === 'along' ? widthMm(largest, mask) : null,
    more: left.length - 1,
  };
}

function missingOf(key: Key, right: readonly Instance[]): readonly MissableFinding[] {
  const left = key.findings.filter(
    (one) => one.standing === 'asked' && !findingIsCovered(one, sameOf(right, one), key),
  );
  return MISSABLE.filter((finding) => left.some((one) => one.finding === finding || one.alsoAs === finding));
}

function numbered(candidates: readonly Candidate[]): readonly Proposal[] {
  return [...candidates]
    .sort((a, b) => a.proposed.centre.x - b.proposed.centre.x || a.proposed.centre.y - b.proposed.centre.y)
    .map(({ proposed, error, isPlanted }, i) => ({
      ...instanceFields(proposed),
      id: `${i + 1}.${proposed.finding}`,
      number: i + 1,
      error,
      isPlanted,
    }));
}

/** A finding of the key without what the key says of it. */
function instanceFields(one: Instance): Instance {
  const { finding, pixels, areaMm2, centre, mean, lateralFrom, lateralTo, depthFromMm, depthToMm, origin } =
    one;
  return { finding, pixels, areaMm2, centre, mean, lateralFrom, lateralTo, depthFromMm, depthToMm, origin };
}

function shuffled<Of>(list: readonly Of[], random: Random): readonly Of[] {
  const left = [...list];
  for (let last = left.length - 1; last > 0; last--) {
    const other = Math.floor(random.next() * (last + 1));
    [left[last], left[other]] = [left[other]!, left[last]!];
  }
  return left;
}
