import type { ProbePose } from '../../domain/scan/probe-pose.ts';
import { probeActorOf } from '../session/machine/session.ts';
import type { Turn } from './turn.ts';

/** After so long without a move the probe rests. */
const REST_MS = 500;

/** Puts the probe somewhere and freezes the image from there. */
export function probePut({ actor, clock }: Turn, pose: ProbePose): void {
  probeActorOf(actor.getSnapshot())?.send({ type: 'pose.set', pose });
  clock.increment(REST_MS);
  actor.send({ type: 'image.freeze' });
}
