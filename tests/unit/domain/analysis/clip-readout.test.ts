import { describe, expect, test } from 'vitest';
import {
  clipReadout,
  clipTermsOf,
  likelihoodOf,
  type Readouts,
  readoutOf,
} from '../../../../src/domain/analysis/clip-readout.ts';
import type { ImageFacts } from '../../../../src/domain/analysis/image-facts.ts';

/** An image with so much A-line and B-line, and nothing else. */
function factsOf(aLine: number, bLine: number): ImageFacts {
  return {
    shares: [1 - aLine - bLine, 0, 0, aLine, bLine, 0, 0, 0],
    aLineRow: aLine,
    bLineLines: bLine,
    confluenceLines: 0,
    near: { aLine, bLine: bLine / 2, confluence: 0 },
  };
}

describe('the terms of a clip', () => {
  test('are means over its images', () => {
    const terms = clipTermsOf([factsOf(0.1, 0), factsOf(0.3, 0.2)]);
    expect(terms.aLine).toBeCloseTo(0.2, 12);
    expect(terms.bLine).toBeCloseTo(0.1, 12);
    expect(terms.bLineLines).toBeCloseTo(0.1, 12);
    expect(terms.nearBLine).toBeCloseTo(0.05, 12);
    expect(terms.confluence).toBe(0);
  });
});

describe('a readout', () => {
  test('is the logistic function of weighed logarithms, by hand', () => {
    // ln(0.0995 + 0.0005) = ln 0.1; twice that and ln 1000 are ln 10, whose odds are 10 to 1.
    const terms = clipTermsOf([factsOf(0.0995, 0)]);
    expect(readoutOf({ bias: Math.log(1000), terms: { aLine: 2 } }, terms)).toBeCloseTo(10 / 11, 12);
    expect(readoutOf({ bias: 0, terms: {} }, terms)).toBe(0.5);
  });

  test('of every aspect, and none of a clip that nobody looked at', () => {
    const readouts: Readouts = {
      aLines: { bias: 0, terms: { aLine: 1 } },
      bLines: { bias: 0, terms: { bLine: 1 } },
      blas: { bias: 0, terms: {} },
    };
    const readout = clipReadout(readouts, [factsOf(0.4995, 0.9995)])!;
    expect(readout.aLines).toBeCloseTo(1 / 3, 12);
    expect(readout.bLines).toBeCloseTo(1 / 2, 12);
    expect(readout.blas).toBe(0.5);
    expect(clipReadout(readouts, [])).toBeNull();
  });

  test('is told in a word', () => {
    expect([0, 0.1, 0.11, 0.49, 0.5, 1].map(likelihoodOf)).toEqual([
      'unlikely',
      'unlikely',
      'unsure',
      'unsure',
      'likely',
      'likely',
    ]);
  });
});
