import { say } from '../../ui/words/say.ts';
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

/** Where in setting up or using the scanner the person is; moments in between count to what they lead to. */
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

/** The next thing to do, in one line. */
export function liveInstruction(place: LivePlace): string {
  return say(`capture.instruction.${place}`);
}

/** The name of a device; some browsers do not tell it. */
export function deviceName(label: string): string {
  return label === '' ? say('capture.camera') : label;
}
