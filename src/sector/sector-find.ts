import { type Fan, fanDepthPx, fanFillBounds, fanScale } from '../domain/geometry/fan.ts';
import {
  type SectorScale,
  scaleOrigin,
  sectorAtScale,
  sectorInCrop,
} from '../domain/geometry/sector-scale.ts';
import { bModePanel, panelFrames } from './b-mode-panel.ts';
import { echoLikeness } from './echo-likeness.ts';
import { echoTexture } from './echo-texture.ts';
import { convexCandidates, linearCandidate } from './fan-candidates.ts';
import { maskOutline } from './fan-edges.ts';
import { fanEndIsSeen } from './fan-end.ts';
import { type Evidence, fanJudge, type Judged, litSample } from './fan-judge.ts';
import { fanRefine } from './fan-refine.ts';
import type { GreyFrames } from './grey-levels.ts';
import { type LitMask, litMask } from './lit-mask.ts';
import type { SectorFound } from './sector-found.ts';
import { streakField } from './streak-field.ts';
import { streakVote } from './streak-vote.ts';

/** A picture that fits worse is no ultrasound image. */
const FIT_LEAST = 0.15;
/** Fans that are fitted to the outline. */
const REFINED = 4;
/** Factor of the confidence where the image fades into the dark, so that nothing shows how deep it reaches. */
const END_UNSEEN = 0.5;
/** By how much worse the other kind of probe has to fit for the kind to be sure. */
const KIND_SURE = 0.4;

/**
 * Finds the ultrasound image in a picture, or better in several frames of a clip (what is lit in any of them),
 * leaving out text, ticks, logos and bars. Cropped images and dark corners are completed from what is seen, taking
 * the fan to be upright and symmetric; where no edge is seen, the streaks of speckle, which lie across the scan
 * lines, tell the kind of probe and where about the apex is.
 *
 * @param grey row-major 0-255, one image or several of the same size
 * @param isBounded whether the picture is what a file states as the bounds of its ultrasound image: then it shows one,
 *   and where the other sides fit, the lower bound is its depth, however dark it is there
 * @returns null where nothing looks like an ultrasound image
 */
export function sectorFind(
  grey: Uint8Array | GreyFrames,
  width: number,
  height: number,
  scale: SectorScale = {},
  isBounded = false,
): SectorFound | null {
  const frames = grey instanceof Uint8Array ? [grey] : grey;
  return isBounded ? imageFind(frames, width, height, scale, true) : screenFind(frames, width, height, scale);
}

/** A rectangle beside another may always be M-mode: a person has to say which it is. */
const RECTANGLE_MOST = 0.45;
/** A panel is small and its image often dark, so that a part of it is taken for the whole more easily. */
const PANEL_SURE = 0.65;

/** The image of a screen, and of B-mode alone where there is M-mode beside or below it. */
function screenFind(
  frames: GreyFrames,
  width: number,
  height: number,
  scale: SectorScale,
): SectorFound | null {
  const panel = bModePanel(frames, width, height);
  if (panel === null) return imageFind(frames, width, height, scale, false);
  const found = screenFind(panelFrames(frames, width, panel), panel.width, panel.height, scale);
  if (found === null) return null;
  const { sector, confidence } = found;
  return {
    ...found,
    sector: sectorInCrop(sector, -panel.left, -panel.top, 1),
    confidence:
      sector.kind === 'convex' ? PANEL_SURE * confidence : Math.min(RECTANGLE_MOST, PANEL_SURE * confidence),
  };
}

/** The one image in a picture. */
function imageFind(
  frames: GreyFrames,
  width: number,
  height: number,
  scale: SectorScale,
  isBounded: boolean,
): SectorFound | null {
  if (width < 32 || height < 32) return null;
  const mask = litMask(frames, width, height);
  const litCount = mask.lit.reduce((sum, v) => sum + v, 0);
  if (litCount < mask.lit.length * 0.03) return null;
  const outline = maskOutline(mask);
  const streaks = streakVote(streakField(frames, width, height, mask), mask.width, mask.height);
  const evidence: Evidence = { mask, sample: litSample(mask), outline, streaks };
  const first = fansJudge([...convexCandidates(mask, outline, streaks), linearCandidate(outline)], evidence);
  const judged = fansJudge(
    kindsFirst(first).map(({ fan }) => (fan.kind === 'convex' ? fanRefine(fan, mask, outline) : fan)),
    evidence,
  );
  const best = judged[0];
  if (best === undefined || best.fit < FIT_LEAST) return null;
  const rival = judged.find(({ fan }) => fan.kind !== best.fan.kind);
  const kind = rival === undefined ? 1 : kindSureness(rival.cost - best.cost);
  const filled = isBounded ? fanFillBounds(best.fan, mask.width, mask.height) : null;
  const sector = sectorAtScale(fanScale(filled ?? best.fan, 1 / mask.scale), scale);
  const texture = echoTexture(frames, width, height, sector);
  const likeness = echoLikeness(texture, sector.kind, outlineIsSeen(best.fan, mask));
  const isEndKnown = filled !== null || best.isEndCut || fanEndIsSeen(best.fan, mask);
  return {
    sector,
    confidence: best.fit * best.sureness * kind * likeness * (isEndKnown ? 1 : END_UNSEEN),
    scale: scaleOrigin(scale),
  };
}

function fansJudge(fans: readonly Fan[], evidence: Evidence): readonly Judged[] {
  return fans
    .filter((fan) => fanIsPlausible(fan, evidence.mask))
    .map((fan) => fanJudge(fan, evidence))
    .sort((a, b) => a.cost - b.cost);
}

/** The best few, and the best of each kind in any case. */
function kindsFirst(judged: readonly Judged[]): readonly Judged[] {
  const bestOf = (kind: Fan['kind']): Judged | undefined => judged.find(({ fan }) => fan.kind === kind);
  return judged.filter((item, place) => place < REFINED || item === bestOf(item.fan.kind));
}

/** 0.3 where the other kind of probe fits as well, 1 where it clearly does not. */
function kindSureness(margin: number): number {
  return 0.3 + 0.7 * Math.min(1, margin / KIND_SURE);
}

/** Sides of a rectangle nearer than this to the border of the picture are that border. */
const BORDER_PX = 3;
/** A single side that is seen can be any edge in a picture. */
const SIDES_SEEN = 2;

/** Whether a rectangle has sides of its own; what is seen of a fan its `sureness` says. */
function outlineIsSeen(fan: Fan, { width, height }: LitMask): boolean {
  if (fan.kind === 'convex') return true;
  const away = [fan.left, width - fan.right, fan.top, height - fan.bottom];
  return away.filter((px) => px > BORDER_PX).length >= SIDES_SEEN;
}

function fanIsPlausible(fan: Fan, mask: LitMask): boolean {
  const depth = fanDepthPx(fan);
  if (!Number.isFinite(depth) || depth < mask.height * 0.2) return false;
  if (fan.kind === 'linear') return fan.right - fan.left > mask.width * 0.1;
  return fan.half > 0.06 && fan.half < 1.15 && fan.outer > fan.inner * 1.15 && fan.outer < 6 * mask.height;
}
