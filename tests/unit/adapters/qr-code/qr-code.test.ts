import jsQR from 'jsqr';
import { expect, test } from 'vitest';
import { qrCode } from '../../../../src/adapters/qr-code/qr-code.ts';
import { resultCodeWrite } from '../../../../src/domain/class-results/result-code.ts';
import { answerMake, attemptMakeHanded, fileMake } from '../../../support/class-make.ts';

/** The code as a camera sees it: some pixels a module, white around it. */
function picture({ size, path }: ReturnType<typeof qrCode>) {
  const [scale, quiet] = [4, 4];
  const side = scale * (size + 2 * quiet);
  const pixels = new Uint8ClampedArray(4 * side * side).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let i = 0; i < scale * scale; i++) {
      const column = scale * (Number(x) + quiet) + (i % scale);
      const row = scale * (Number(y) + quiet) + Math.floor(i / scale);
      pixels.fill(0, 4 * (row * side + column), 4 * (row * side + column) + 3);
    }
  }
  return { pixels, side };
}

test('another program reads the text of a result back from its code, also the longest', () => {
  const longest = Array.from({ length: 18 }, (_, i) =>
    answerMake({ stepId: `item-${i}/mark`, item: `consolidation.tell_apart/hard/without/${i + 1}` }),
  );
  for (const answers of [[answerMake()], longest]) {
    const attempt = attemptMakeHanded({ answers });
    const text = resultCodeWrite(fileMake('Íñigo', [attempt]), attempt)!;
    const { pixels, side } = picture(qrCode(text));
    // The module stands in CommonJS, whose only export some loaders put one level deeper.
    const read = 'default' in jsQR ? (jsQR.default as typeof jsQR) : jsQR;
    expect(read(pixels, side, side)?.data).toBe(text);
  }
});
