import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode } from 'fast-png';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import networkJson from '../../../../models/network.json' with { type: 'json' };
import { sha256Hex } from '../../../../src/domain/digest/sha256.ts';
import { MARKABLE_FINDINGS } from '../../../../src/domain/findings/finding.ts';
import { modelRandom } from '../../../../src/network/model-random.ts';
import { networkSpecificationRead } from '../../../../src/network/network-specification.ts';
import { commandRun } from '../../../support/command-run.ts';

const evaluate = (...args: readonly string[]) => commandRun('src/lab/evaluate.ts', args);

describe('npm run evaluate', () => {
  let model = '';

  beforeAll(async () => {
    model = mkdtempSync(join(tmpdir(), 'batsign-model-'));
    const { manifest, weights } = await modelRandom(networkSpecificationRead(networkJson), 3);
    writeFileSync(join(model, 'network.json'), JSON.stringify(networkJson));
    writeFileSync(join(model, 'batsign-unet.bin'), weights);
    writeFileSync(join(model, 'batsign-unet.json'), JSON.stringify(manifest));
  });

  afterAll(() => rmSync(model, { recursive: true, force: true }));

  test('measures the second set unless told otherwise; weights of no use get figures of no use', async () => {
    const picture = join(model, 'worst.png');
    const ended = await evaluate('--exams', '2', '--models', model, '--json', '--gallery', picture);
    expect(ended.err).toContain('row 1, left: exam');
    expect(ended.code).toBe(0);
    const figures = JSON.parse(ended.out);
    expect(figures).toMatchObject({ set: 'v2', exams: 2, frames: 4 });
    expect(figures.mean_dice).toBeLessThan(0.3);
    expect(Object.keys(figures.calibration)).toEqual(MARKABLE_FINDINGS);
    expect(figures.grade.mae).toBeGreaterThan(5);
    expect(figures.grade_in_game.mae).toBeLessThan(figures.grade.mae);
    expect(figures.b_line_count.exact).toBeLessThanOrEqual(figures.b_line_count.within_1);
    expect(decode(readFileSync(picture)).width).toBe(6 * 260 + 4);
  });

  test('weights whose answer is no number, of other classes, or of another raster are one sentence with the file', async () => {
    const wrong = mkdtempSync(join(tmpdir(), 'batsign-wrong-'));
    const specification = networkSpecificationRead(networkJson);
    const { manifest, weights } = await modelRandom(specification, 3);
    const write = (network: unknown, description: unknown, content: Uint8Array) => {
      writeFileSync(join(wrong, 'network.json'), JSON.stringify(network));
      writeFileSync(join(wrong, 'batsign-unet.json'), JSON.stringify(description));
      writeFileSync(join(wrong, 'batsign-unet.bin'), content);
    };
    const refused = async (...sentences: readonly (string | RegExp)[]) => {
      const ended = await evaluate('--exams', '2', '--models', wrong);
      expect(ended).toMatchObject({ code: 2, out: '' });
      expect(ended.err.trim().split('\n')).toHaveLength(1);
      for (const sentence of sentences) expect(ended.err).toMatch(sentence);
    };
    // Every weight the greatest float16, and so finite: sums of products overflow float32 within a few layers.
    const great = new Uint8Array(new Uint16Array(weights.length / 2).fill(0x7bff).buffer);
    write(networkJson, { ...(manifest as object), sha256: sha256Hex(great) }, great);
    await refused(wrong, /, exam [01] of v2: The network answers with values that are no numbers/);
    write({ ...networkJson, classes: networkJson.classes.toReversed() }, manifest, weights);
    await refused(join(wrong, 'network.json'), 'knows the classes consolidation');
    write({ ...networkJson, layers: [] }, manifest, weights);
    await refused(join(wrong, 'network.json'), 'it has no layers');
    write({ ...networkJson, input: { ...networkJson.input, width: 64 } }, manifest, weights);
    await refused(join(wrong, 'batsign-unet.bin'), 'load the weights that belong to it');
    write(networkJson, { ...(manifest as object), tensors: 3 }, weights);
    await refused(join(wrong, 'batsign-unet.json'), '"tensors" is not a list');
    rmSync(wrong, { recursive: true });
  }, 120_000);

  test('counts what a set holds without any network', async () => {
    const ended = await evaluate('--census', '--set', 'v1', '--exams', '2', '--models', '/nowhere');
    expect(ended.code).toBe(0);
    expect(ended.out).toMatch(/^\| E-lines +\| +0 \| +0\.0 % \|$/m);
    expect(ended.out).toMatch(/^\| Pleural line +\| +[1-4] \|/m);
  });

  test('wrong calls are one sentence', async () => {
    const calls = [
      [['--set', 'v4'], 'must be one of v1, v2, v3, dev'],
      [['--set', 'v3', '--gallery', '/tmp/never.png'], 'Nobody looks at the frames of v3'],
      [['--exams', '501'], 'whole number from 1 to 500'],
      [['--freeze', '--exams', '3'], 'take whole sets'],
      [['--freeze', '--census'], 'at a time'],
      [['--models', '/nowhere', '--exams', '1'], '/nowhere'],
    ] as const;
    for (const [args, sentence] of calls) {
      const ended = await evaluate(...args);
      expect(ended.err, args.join(' ')).toContain(sentence);
      expect(ended.code, args.join(' ')).toBe(2);
    }
  }, 300_000);
});
