import { tableOf } from '../../cli/shared/markdown-table.ts';
import { MARKABLE_FINDINGS, PAPER_FINDINGS } from '../../domain/findings/finding.ts';
import { say } from '../../ui/words/say.ts';
import { BLAS_TARGET } from '../evaluate/targets.ts';
import { type BoundsFigures, type ClassStrata, errorAllowed, type StratumFigures } from './figures.ts';
import { BOLDER, EXAMS, GRAINS, MENDED, READERS, type ReaderName } from './reader-names.ts';
import { MARGINS_DB, NEAR_DB, SIZES_MM2 } from './strata.ts';

const fixed = (value: number | null | undefined, digits: number): string =>
  value === null || value === undefined ? '-' : value.toFixed(digits);
const percent = (share: number | null, digits = 0): string =>
  share === null ? '-' : `${(100 * share).toFixed(digits)} %`;

/** A table of readers: Dice, artefact score, count, and grade where anybody was graded. */
function readersTable(
  figures: BoundsFigures,
  readers: Readonly<Partial<Record<ReaderName, string>>>,
): string {
  const rows = Object.entries(readers).flatMap(([name, who]) => {
    const own = figures.readers[name as ReaderName];
    return own === undefined ? [] : [{ who, own }];
  });
  const hasGrades = rows.some(({ own }) => own.grade.count > 0);
  return tableOf([
    [
      'Reader',
      'Mean Dice',
      ...PAPER_FINDINGS.map((finding) => say(`findings.${finding}.label`)),
      'BLAS error',
      'r',
      'r, B-lines there',
      'Count exact',
      'within 1',
      ...(hasGrades ? ['Grade error', 'r'] : []),
    ],
    ...rows.map(({ who, own }) => [
      who,
      fixed(own.meanDice, 3),
      ...PAPER_FINDINGS.map((finding) => fixed(own.dice[finding], 3)),
      fixed(own.blas.mae, 3),
      fixed(own.blas.r, 3),
      fixed(own.blasThere.r, 3),
      percent(own.count.exact, 1),
      percent(own.count.within1, 1),
      ...(hasGrades ? [fixed(own.grade.mae, 2), fixed(own.grade.r, 3)] : []),
    ]),
  ]);
}

/** Mean Dice and the share of each class's pixels that is found. */
function foundTable(figures: BoundsFigures): string {
  return tableOf([
    ['Reader', 'Mean Dice', ...PAPER_FINDINGS.map((finding) => `${say(`findings.${finding}.label`)} found`)],
    ...Object.entries(BOLDER).flatMap(([name, who]) => {
      const own = figures.readers[name as ReaderName];
      const found = PAPER_FINDINGS.map((finding) => percent(own?.found[finding] ?? null, 1));
      return own === undefined ? [] : [[who, fixed(own.meanDice, 3), ...found]];
    }),
  ]);
}

/** Names of the bins between edges: under the first, between two, from the last on. */
function binNames(edges: readonly number[], unit: string): readonly string[] {
  return [
    `under ${edges[0]} ${unit}`,
    ...edges.slice(1).map((edge, before) => `${edges[before]}-${edge}`),
    `${edges.at(-1)} and more`,
  ];
}

function strataTable(
  { classes }: BoundsFigures,
  corner: string,
  names: readonly string[],
  strata: (of: ClassStrata) => readonly StratumFigures[],
): string {
  const cell = ({ findings, found, dice }: StratumFigures): string =>
    findings === 0 ? '-' : `${percent(found)} of ${findings}, ${fixed(dice, 2)}`;
  return tableOf([
    [corner, ...names],
    ...MARKABLE_FINDINGS.map((finding) => [
      say(`findings.${finding}.label`),
      ...strata(classes[finding]).map(cell),
    ]),
  ]);
}

function alarmsTable({ classes }: BoundsFigures): string {
  return tableOf([
    ['False alarms', ...binNames(NEAR_DB, 'dB')],
    ...MARKABLE_FINDINGS.map((finding) => [
      say(`findings.${finding}.label`),
      ...classes[finding].alarms.map(String),
    ]),
  ]);
}

/** Shares of the pixels that are missed, of the truth's, and in vain, of the network's. */
function pixelsTable({ classes }: BoundsFigures): string {
  const near = MARGINS_DB.indexOf(2) + 1;
  const nearVain = NEAR_DB.indexOf(2) + 1;
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  return tableOf([
    [
      'Pixels',
      'Missed: edge',
      'other finding',
      'within 2 dB',
      'clearer',
      'In vain: edge',
      'other finding',
      'within 2 dB',
      'further',
    ],
    ...MARKABLE_FINDINGS.map((finding) => {
      const { truth, network, missed, vain } = classes[finding].pixels;
      const of = (part: number, whole: number): string => percent(whole === 0 ? null : part / whole, 1);
      return [
        say(`findings.${finding}.label`),
        of(missed.edge, truth),
        of(missed.other, truth),
        of(sum(missed.faint.slice(0, near)), truth),
        of(sum(missed.faint.slice(near)), truth),
        of(vain.edge, network),
        of(vain.other, network),
        of(sum(vain.near.slice(0, nearVain)), network),
        of(sum(vain.near.slice(nearVain)), network),
      ];
    }),
  ]);
}

function scoreSay({ blasSpread: { all, there } }: BoundsFigures): string {
  return [
    `The truth's artefact score varies by ${fixed(all, 3)} (standard deviation) over all frames and by ${fixed(there, 3)} over those with B-lines.`,
    `An r of ${BLAS_TARGET.r} asks for an error that varies by no more than ${fixed(errorAllowed(all), 3)} and ${fixed(errorAllowed(there), 3)}.`,
  ].join(' ');
}

/** All that is printed, as Markdown. */
export function boundsTables(figures: BoundsFigures): string {
  const { realisations } = figures;
  const frames = (name: ReaderName): number => figures.readers[name]?.frames ?? 0;
  return [
    `**Readers who know the truth** (${frames('network')} frames). What the network's raster allows, and what it costs to judge every contrast a little differently, or to draw edges half a pixel off.`,
    readersTable(figures, READERS),
    `**Speckle** (${frames('mean_realisations')} frames, each in ${realisations} realisations of speckle and noise: same patient, motion, gain and truth). A reader whom speckle alone misled would agree with the truth once it is averaged away.`,
    readersTable(figures, GRAINS),
    '**Exams that it learnt from.** Were it short of examples, it would be better on these.',
    readersTable(figures, EXAMS),
    '**Visibility.** Findings of the truth by the contrast that they have to spare: share of which the network has half the pixels, how many there are, mean of their own Dice.',
    strataTable(figures, 'To spare', binNames(MARGINS_DB, 'dB'), ({ byMargin }) => byMargin),
    '**Size.** The same by area.',
    strataTable(figures, 'Area', binNames(SIZES_MM2, 'mm2'), ({ bySize }) => bySize),
    '**False alarms**, in number, by how much less contrast it would take for them to be findings.',
    alarmsTable(figures),
    `**Pixels.** Of the truth's those that it misses, and of its own those in vain: within 1.5 pixels of what both have, taken for another finding, within 2 dB of the threshold, beyond.`,
    pixelsTable(figures),
    '**Finding more.** What it would cost to ask for less before a finding is named.',
    foundTable(figures),
    "**Grade and artefact score taken apart.** The network's mask with one kind of error mended by the truth, as the key of simulated trainees and for the score. What it is unsure of is left out of the grade in the first row alone.",
    readersTable(figures, MENDED),
    scoreSay(figures),
  ].join('\n\n');
}
