import { CodedError } from '../../domain/errors/coded-error.ts';
import type { Zone } from '../../domain/scan/zones.ts';
import { keyIndexFrozen } from '../../domain/scenario/expert-key.ts';
import type { ScanGoal } from '../../domain/scenario/goal.ts';
import type { ScenarioImage, SurveyStep } from '../../domain/scenario/scenario.ts';
import type { ProbeView, SourceFrame } from '../../ports/frame-source.ts';
import type { GoalReachInput, ScenarioEffects } from '../../ports/scenario-effects.ts';
import { marksGrade } from '../session/grading.ts';
import { type ImageSource, imageSource } from './image-source.ts';
import type { SeedImages } from './seed-images.ts';
import type { ZonePlace } from './zone-place.ts';

/** The world outside of one play: the simulator in the place of the browser. */
export interface PlayWorld {
  readonly effects: ScenarioEffects;
  /** The open image at this moment, from where the probe is. */
  look(): SourceFrame;
  /** Where the open image meets a goal, at the moment that then is the present one; null where that is nowhere. */
  place(goal: ScanGoal, view: ProbeView): Promise<SourceFrame | null>;
  /** Where in a zone of the open image's patient the probe is put; null where no place there shows the lung. */
  zonePlace(step: SurveyStep, zone: Zone, view: ProbeView): ZonePlace | null;
}

/** @param nowMs the clock of the machine that plays */
export function playWorldCreate(images: SeedImages, nowMs: () => number): PlayWorld {
  let opened: { readonly image: ScenarioImage; readonly source: ImageSource } | null = null;

  const openedNeeded = () => {
    if (opened === null) throw new Error('No image is open.');
    return opened;
  };

  const open = (image: ScenarioImage, view: ProbeView): ImageSource => {
    if (opened?.image.id === image.id) return opened.source;
    const source = imageSource(images.open(image), images.moment(image), view);
    opened = { image, source };
    return source;
  };

  const reach = async (input: GoalReachInput): Promise<SourceFrame> => {
    const source = open(input.image, input.view);
    const found = await images.place(input, source.look().index);
    viewSet(found.view ?? input.view);
    return source.freeze(found.index);
  };

  const viewSet = ({ pose, controls }: ProbeView): void => {
    const steerable = opened?.source.steerable;
    steerable?.poseSet(pose);
    steerable?.controlsSet(controls);
  };

  return {
    look: () => openedNeeded().source.look(),
    async place(goal, view) {
      try {
        return await reach({ image: openedNeeded().image, goal, view });
      } catch (error) {
        if (error instanceof CodedError) return null;
        throw error;
      }
    },
    zonePlace(step, zone, view) {
      const { image, source } = openedNeeded();
      return images.zonePlace({ image, step, zone, view }, source.look().index);
    },
    effects: {
      nowMs,
      isSeen: () => true,
      hasImage: () => true,
      async imageOpen({ image, view }) {
        open(image, view);
        const { measured, patient } = images.open(image);
        return { clip: null, isLive: image.source.kind === 'camera', measured, patient };
      },
      imagePlay({ view }) {
        viewSet(view);
        return () => {};
      },
      async imageFreeze({ image, index, view }) {
        const source = open(image, view);
        if (index !== null) viewSet(view);
        const stopped = index ?? source.look().index;
        return source.freeze(image.key === undefined ? stopped : keyIndexFrozen(image.key, index, stopped));
      },
      viewSet,
      mModeSet: () => {},
      goalReach: reach,
      imageClose: () => {
        opened = null;
      },
      keyMake: async (input) => images.key(input),
      marksGrade: async (input) => marksGrade(input),
    },
  };
}
