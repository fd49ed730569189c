import { describe, expect, test } from 'vitest';
import { FINDING_INDEX, type FindingClass } from '../../../../src/domain/findings/finding.ts';
import type { Mask } from '../../../../src/domain/frame/frame.ts';
import { proposalMask } from '../../../../src/pages/lesson/proposal.ts';
import { phantomLayered } from '../../../../src/simulator/exam/layers/phantom-layered.ts';
import { phantomFrame, phantomOpen } from '../../../../src/simulator/exam/phantom.ts';

const base = phantomOpen({ seed: 341, split: 'game', pattern: 'a_lines', probe: 'convex', depthMm: 130 });
const SIZE = 192;

function maskOf(layers: Parameters<typeof phantomLayered>[1]): Mask {
  return phantomFrame(phantomLayered(base, layers), 4, SIZE).truth.mask;
}

function pixels({ classes }: Mask, finding: FindingClass): number {
  return classes.filter((value) => value === FINDING_INDEX[finding]).length;
}

describe('a proposal', () => {
  test('that is right is the truth', () => {
    const truth = maskOf({ bLines: 2 });
    expect(proposalMask(truth, 'right')).toBe(truth);
  });

  test('of an effusion fills the shadows of the ribs, leaves what is named, and goes with the ribs', () => {
    const truth = maskOf({});
    const proposed = proposalMask(truth, 'shadow_effusion');
    expect(pixels(proposed, 'pleural_effusion')).toBeGreaterThan(500);
    expect(pixels(proposed, 'a_line')).toBe(pixels(truth, 'a_line'));
    const { originPx } = truth.sector;
    const first = proposed.classes.indexOf(FINDING_INDEX.pleural_effusion);
    expect(Math.floor(first / SIZE)).toBeGreaterThan(originPx.y);
    expect(pixels(proposalMask(maskOf({ ribs: false }), 'shadow_effusion'), 'pleural_effusion')).toBe(0);
  });

  test('that takes A-lines for the pleural line goes with the reverberation', () => {
    const truth = maskOf({});
    expect(pixels(proposalMask(truth, 'a_line_pleura'), 'pleural_line')).toBe(pixels(truth, 'a_line'));
    const without = proposalMask(maskOf({ reverberation: 0 }), 'a_line_pleura');
    expect(pixels(without, 'pleural_line')).toBe(0);
  });

  test('that misses a confluence has all else', () => {
    const truth = maskOf({ bLines: 5, bLineGapMm: 2.5 });
    const proposed = proposalMask(truth, 'confluence_missed');
    expect(pixels(truth, 'b_line_confluence')).toBeGreaterThan(0);
    expect(pixels(proposed, 'b_line_confluence')).toBe(0);
    expect(pixels(proposed, 'rib')).toBe(pixels(truth, 'rib'));
  });

  test('that takes tissue for fluid is of the same size', () => {
    const truth = maskOf({ filling: 'consolidation' });
    expect(pixels(proposalMask(truth, 'tissue_fluid'), 'pleural_effusion')).toBe(
      pixels(truth, 'consolidation'),
    );
  });
});
