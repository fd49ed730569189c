import { z } from 'zod';
import { finding, line, sources } from './schema-words.ts';

/** The key that experts drew on a recorded clip: vectors in mm of the clip's own sector. */

/** No ultrasound image reaches so far from the middle of its probe's face. */
const REACH_MM = 500;

const coordinate = z.number().min(-REACH_MM).max(REACH_MM);
const point = z
  .tuple([coordinate, coordinate])
  .describe("[x, y] in mm from the middle of the probe's face: x to the right, y down");
const width = z.number().min(0.1).max(100);

const stroke = { finding, width_mm: width };

const mark = z
  .strictObject({
    line: z
      .strictObject({ ...stroke, points: z.array(point).min(2).max(400) })
      .optional()
      .describe('along a surface, such as the pleural line'),
    beam: z
      .strictObject({
        ...stroke,
        origin: point,
        end_depth_mm: z.number().min(1).max(REACH_MM).describe('depth along the scan line where it ends'),
      })
      .optional()
      .describe('down a scan line, such as a B-line; as wide as said where it begins'),
    region: z
      .strictObject({ finding, points: z.array(point).min(3).max(800) })
      .optional()
      .describe('a closed outline, such as an effusion'),
    brush: z
      .strictObject({
        finding,
        points: z.array(point).min(1).max(800),
        radius_mm: z.number().min(0.1).max(50),
      })
      .optional()
      .describe('a stroke with a round tip'),
  })
  .refine((given) => Object.values(given).filter((one) => one !== undefined).length === 1, {
    error: 'A mark is a line, a beam, a region or a brush: write exactly one of them.',
  });

const index = z.int().min(0).max(100000).describe('which image of the clip, counted from 0');

const away = z.number().min(-REACH_MM).max(REACH_MM);

const carried = z
  .strictObject({
    index,
    from: index.describe('the image whose marks they are'),
    to: index.optional().describe('an image on its other side that decided as well where they lie'),
    moves: z
      .array(
        z
          .tuple([away, away, z.number().min(0).max(1)])
          .describe('[across, deeper, sure]: mm along the arc to the right, mm down the scan line, 0 to 1'),
      )
      .max(100)
      .describe('one for each mark of that image, in their order'),
    to_check: z
      .boolean()
      .optional()
      .describe('true where nobody has looked yet at what is not sure: nobody is graded by it'),
  })
  .describe("marks that were carried to this image by the images' own motion");

const expert = z.strictObject({
  by: line.max(80).describe('name or initials of who drew it'),
  date: z.iso.date().describe('the day on which it was drawn, such as 2026-11-30'),
  frames: z
    .array(
      z.strictObject({
        index,
        marks: z
          .array(mark)
          .max(100)
          .describe('later ones cover earlier ones; [] where nothing is to be marked'),
      }),
    )
    .min(1)
    .max(200),
  carried: z
    .array(carried)
    .max(2000)
    .optional()
    .describe('images that the expert did not draw on, with the marks of one that they drew on'),
});

const place = z.strictObject({
  frame: index,
  finding: finding.optional().describe('of which class the wrong mark is; of any unless told otherwise'),
  points: z.array(point).min(3).max(200).describe('a closed outline'),
  say: z.string().trim().min(1).max(400).describe('told to who marks here what is not there'),
  sources: sources.optional(),
});

const positive = z.number().positive();

const outline = {
  mm_per_px: positive.max(100),
  origin_px: z
    .tuple([z.number().min(-20000).max(20000), z.number().min(-20000).max(20000)])
    .describe("where the middle of the probe's face lies, [x, y] in px"),
  depth_mm: positive.max(REACH_MM),
};

const drawnOn = z
  .strictObject({
    width_px: z.int().min(1).max(8192),
    height_px: z.int().min(1).max(8192),
    images: z.int().min(1).max(100000).describe('how many images the clip has'),
    sector: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('convex'),
        ...outline,
        radius_mm: positive.max(REACH_MM).describe("of the probe's face"),
        angle_deg: positive.max(360).describe('how far the fan opens, in degrees'),
      }),
      z.strictObject({ kind: z.literal('linear'), ...outline, width_mm: positive.max(REACH_MM) }),
    ]),
  })
  .describe('the clip that it was drawn on; on any other it is not played');

export const expertKey = z
  .strictObject({
    drawn_on: drawnOn.optional(),
    experts: z
      .array(expert)
      .min(1)
      .max(2)
      .describe('of two, what both drew is asked for, and what only one drew is right as well'),
    places: z.array(place).min(1).max(100).optional().describe('places where learners err'),
  })
  .describe("the experts' key of a clip, in mm");

export type ExpertKeyFile = z.output<typeof expertKey>;
export type KeyMarkFile = z.output<typeof mark>;
