import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { TermLinksContext } from '../../../src/ui/term-links.ts';
import { TermText } from '../../../src/ui/text.tsx';
import '../../../src/ui/style/base.css';

afterEach(() => render(null, document.body));

const TEXT = 'Is it a pneumothorax, and if so, is it large?';
const LINKS = {
  pieces: new Map([
    [TEXT, ['Is it a ', { id: 'pneumothorax', text: 'pneumothorax' }, ', and if so, is it large?'] as const],
  ]),
  open: () => {},
};

test('no line begins with the comma after a term, however wide the text is', () => {
  for (let widthPx = 80; widthPx <= 240; widthPx += 4) {
    render(
      <TermLinksContext.Provider value={LINKS}>
        <p style={{ width: `${widthPx}px` }}>
          <TermText text={TEXT} />
        </p>
      </TermLinksContext.Provider>,
      document.body,
    );
    const paragraph = document.querySelector('p')!;
    expect(paragraph.textContent).toBe(TEXT);
    const walk = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    let comma: Range | null = null;
    for (let node = walk.nextNode(); node !== null && comma === null; node = walk.nextNode()) {
      const at = node.textContent!.indexOf(',');
      if (at < 0) continue;
      comma = document.createRange();
      comma.setStart(node, at);
      comma.setEnd(node, at + 1);
    }
    const term = document.querySelector('.term-link')!.getBoundingClientRect();
    expect(comma!.getBoundingClientRect().left, `${widthPx} px wide`).toBeGreaterThan(term.left);
  }
});
