import { type MarksFollower, marksFollow } from '../../domain/motion/marks-follow.ts';
import { motionImage } from '../../domain/motion/motion-image.ts';
import type { CarryAnswer, CarryMessage } from './carry-run.ts';

/** Follows marks from image to image beside the page: one takes some ten milliseconds. */
let follower: MarksFollower | null = null;

addEventListener('message', ({ data: { frame, marks } }: MessageEvent<CarryMessage>) => {
  const answer = (given: CarryAnswer): void => postMessage(given);
  const image = motionImage(frame);
  if (marks !== null) follower = marksFollow(image, marks);
  answer(marks === null ? (follower?.next(image) ?? []) : []);
});
