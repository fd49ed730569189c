import { randomCreate } from '../../domain/numbers/random.ts';
import type { Zone } from '../../domain/scan/zones.ts';
import type { ScenarioImage, SurveyStep } from '../../domain/scenario/scenario.ts';
import type { ProbeView, SourceFrame } from '../../ports/frame-source.ts';
import type { GoalReachInput, KeyInput, KeyMade } from '../../ports/scenario-effects.ts';
import type { PhantomOpen } from '../../simulator/exam/phantom.ts';
import { goalReach } from '../session/goal-reach.ts';
import { keyFromExperts, keyFromLabels } from '../session/key-make.ts';
import { imageSource } from './image-source.ts';
import { keyedImageOpen } from './keyed-image.ts';
import { phantomsKeep, type SimulatedImage, simulatedImageOpen } from './simulated-image.ts';
import { type ZonePlace, zonePlace } from './zone-place.ts';

/** Separates the moments at which images are frozen from all else that is drawn from the same seed. */
const STREAM = 41;

/** Learners freeze within the first seconds. */
const MOMENTS = 150;

interface ZoneInput {
  readonly image: ScenarioImage;
  readonly step: SurveyStep;
  readonly zone: Zone;
  readonly view: ProbeView;
}

/** The images of a scenario with one seed. Each is made once, however many play. */
export interface SeedImages {
  /** Opens an exam, or gives the one that is open for an image. */
  readonly phantomOf: PhantomOpen;
  /** @throws CodedError `no_item` where none is as it is to be drawn */
  open(image: ScenarioImage): SimulatedImage;
  /** The index of the image that is on the screen when the learner comes to it. */
  moment(image: ScenarioImage): number;
  /** The image from where a goal is met; rejects where that is nowhere. */
  place(input: GoalReachInput, index: number): Promise<SourceFrame>;
  /** Where in a zone the probe is put at a moment; null where no place there shows the lung. */
  zonePlace(input: ZoneInput, index: number): ZonePlace | null;
  /** The key by the truth or by experts: without the network. */
  key(input: KeyInput): KeyMade;
}

/**
 * @param seed of the play, 0 for the images as they are written
 * @param phantomOf gives exams
 */
export function seedImagesCreate(seed: number, phantomOf = phantomsKeep()): SeedImages {
  const random = randomCreate(seed, STREAM);
  const opened = new Map<string, () => SimulatedImage>();
  const moments = new Map<string, number>();
  const places = new Map<string, Promise<SourceFrame>>();
  const zonePlaces = new Map<string, ZonePlace | null>();
  const keys = new WeakMap<SourceFrame, KeyMade>();

  const open = (image: ScenarioImage): SimulatedImage => {
    const known =
      opened.get(image.id) ??
      outcomeKeep(() =>
        image.key === undefined
          ? simulatedImageOpen(image.source, seed, phantomOf)
          : keyedImageOpen(image.key),
      );
    opened.set(image.id, known);
    return known();
  };

  return {
    phantomOf,
    open,
    moment({ id }) {
      const index = moments.get(id) ?? Math.floor(MOMENTS * random.next());
      moments.set(id, index);
      return index;
    },
    place(input, index) {
      const { image, goal, view } = input;
      const name = JSON.stringify([image.id, goal, view.controls, index]);
      const known =
        places.get(name) ??
        goalReach(imageSource(open(image), index, view), input, new AbortController().signal);
      places.set(name, known);
      return known;
    },
    zonePlace({ image, step, zone, view }, index) {
      const name = JSON.stringify([image.id, step.zones, zone.id, view.controls, index]);
      const known = zonePlaces.get(name);
      if (known !== undefined) return known;
      const found = zonePlace(open(image), index, view, step, zone);
      zonePlaces.set(name, found);
      return found;
    },
    key(input) {
      const known = keys.get(input.frozen) ?? {
        key: (keyFromExperts(input) ?? keyFromLabels(input, null)).key,
        network: null,
        notes: [],
      };
      keys.set(input.frozen, known);
      return known;
    },
  };
}

/** What was made, or thrown, the first time is so every time. */
function outcomeKeep<Made>(make: () => Made): () => Made {
  try {
    const made = make();
    return () => made;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}
