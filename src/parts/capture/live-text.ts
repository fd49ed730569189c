import type { CaptureSnapshot } from './machine/capture.ts';

export type LivePlace =
  | 'off'
  | 'opening'
  | 'looking'
  | 'finding'
  | 'outlining'
  | 'siding'
  | 'running'
  | 'lost'
  | 'frozen'
  | 'keeping'
  | 'broken';

/** Where in setting up or using the machine the person is; moments in between count to what they lead to. */
export function livePlace(snapshot: CaptureSnapshot): LivePlace {
  for (const place of ['off', 'opening', 'broken'] as const) if (snapshot.matches(place)) return place;
  for (const setup of ['looking', 'finding', 'outlining', 'siding'] as const) {
    if (snapshot.matches({ setup })) return setup;
  }
  if (snapshot.matches('setup')) return 'siding';
  if (snapshot.matches({ live: 'lost' })) return 'lost';
  if (snapshot.matches({ live: 'keeping' })) return 'keeping';
  const isFrozen = snapshot.matches({ live: 'frozen' }) || snapshot.matches({ live: 'freezing' });
  return isFrozen ? 'frozen' : 'running';
}

const INSTRUCTIONS: Readonly<Record<LivePlace, string>> = {
  off: 'Connect the machine, then switch the camera on.',
  opening: 'Allow the camera if the browser asks.',
  looking: "Choose the device that shows your machine's screen.",
  finding: 'Hold on: the ultrasound image is being looked for.',
  outlining: 'Check that the outline fits the ultrasound image, and set the depth.',
  siding: 'Touch the marked side of the probe and watch the image.',
  running: 'Scan. Stop the image where you want to mark: press Freeze, or Space.',
  lost: 'The image stopped: choose how to go on.',
  frozen: 'Step to the best image, then mark it, keep the clip, or go on scanning.',
  keeping: 'Hold on: the clip is being kept.',
  broken: 'Something is in the way: choose how to go on.',
};

/** The next thing to do, in one line. */
export function liveInstruction(place: LivePlace): string {
  return INSTRUCTIONS[place];
}
