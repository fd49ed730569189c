import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { scenarioListed } from '../../../src/domain/scenario/listed-scenario.ts';
import { scenarioParse } from '../../../src/domain/scenario/parse.ts';
import type { Scenario } from '../../../src/domain/scenario/scenario.ts';
import { PSEUDO_CLOSE, PSEUDO_OPEN, pseudoScenario, pseudoWords } from '../../support/pseudo.ts';

const SCENARIOS = join(import.meta.dirname, '../../../scenarios');

/** Has the game speak the made-up language in the place of Spanish, whose files are answered by those of it. */
export async function pseudoSpeak(page: Page): Promise<void> {
  const answers = new Map<string, string>();
  const listed: unknown[] = [];
  await page.addInitScript(() => localStorage.setItem('batsign.language', 'es'));
  await page.route(/\/assets\/words-es-[\w-]+\.js$/, async (route) => {
    const [, bundle] = /\/words-es-([a-z]+)-/.exec(route.request().url()) ?? [];
    const { words } = (await import(`../../../src/words/en/bundles/${bundle}.ts`)) as { words: object };
    return route.fulfill({
      contentType: 'text/javascript',
      body: `export const words = ${JSON.stringify(pseudoWords(words))};`,
    });
  });
  for (const file of readdirSync(SCENARIOS, { recursive: true, encoding: 'utf8' })) {
    const [, name] = /([^/\\.]+)\.yaml$/.exec(file) ?? [];
    if (name === undefined || file.includes('.es.')) continue;
    const scenario = scenarioParse(readFileSync(join(SCENARIOS, file), 'utf8'), file);
    const pseudo = pseudoScenario(scenario) as Scenario;
    answers.set(name, `export default ${JSON.stringify(pseudo)};`);
    listed.push(scenarioListed(pseudo));
  }
  await page.route(/\/assets\/es-[\w-]+\.js$/, (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `export default ${JSON.stringify(listed)};`,
    }),
  );
  await page.route(/\/assets\/[\w-]+\.es-[\w-]+\.js$/, (route) => {
    const [, name] = /\/assets\/([\w-]+)\.es-/.exec(route.request().url()) ?? [];
    return route.fulfill({ contentType: 'text/javascript', body: answers.get(name ?? '') ?? '' });
  });
}

/** What is the same in every language, besides units. */
const SAME = ['Batsign', 'English', 'Español'];

/**
 * What a page shows or tells a screen reader that does not come from the words, each once. Citations are left out.
 *
 * @returns texts with letters in them, without what stands between marks
 */
export async function unmarkedTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    ({ open, close, same }) => {
      const pieces: string[] = [];
      const walker = document.createTreeWalker(
        document.body,
        NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
        (node) => {
          if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
          const isCode = node.matches('script, style, noscript, kbd, .sources li, [contenteditable]');
          return isCode ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
        },
      );
      const heard: string[] = [];
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        if (node instanceof Text) pieces.push(node.data);
        else if (node instanceof Element) {
          for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext']) {
            const text = node.getAttribute(name);
            if (text !== null) heard.push(text);
          }
        }
      }
      /** The lines of a text without what stands between marks, which stand inside one another where a name is filled in. */
      const outside = (text: string): readonly string[] => {
        let depth = 0;
        let rest = '';
        for (const letter of text) {
          if (letter === open) depth += 1;
          else if (letter === close) {
            depth -= 1;
            rest += '\n';
          } else if (depth === 0) rest += letter;
        }
        return rest.split('\n').map((line) => line.trim());
      };
      const found = [pieces.join('\n'), ...heard, document.title].flatMap(outside);
      const isSame = (line: string): boolean => same.some((one) => line.replace(/^· /, '') === one);
      return [
        ...new Set(
          found.filter(
            (line) =>
              /\p{L}{2,}/u.test(
                line.replaceAll(/(?<!\p{L})(?:mm|cm|min|Hz|MHz|dB|kB|MB|ms)(?!\p{L})/gu, ''),
              ) && !isSame(line),
          ),
        ),
      ];
    },
    { open: PSEUDO_OPEN, close: PSEUDO_CLOSE, same: SAME },
  );
}

/**
 * Texts that find no room: whose box is narrower than they are, and the page itself. The title of a lesson in the bar is
 * cut on purpose, and stands whole in the title of the page.
 */
export async function cutTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    ({ marks }) => {
      // The marks would take room of their own; nothing is drawn before they are back.
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const marked: { readonly node: Text; readonly text: string }[] = [];
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        if (!(node instanceof Text) || !marks.some((mark) => node.data.includes(mark))) continue;
        marked.push({ node, text: node.data });
        node.data = marks.reduce((text, mark) => text.replaceAll(mark, ''), node.data);
      }
      const hasText = (box: Element): boolean =>
        [...box.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
      const isCut = (box: HTMLElement): boolean =>
        box.clientWidth > 1 && box.checkVisibility() && box.scrollWidth > box.clientWidth + 1;
      const cut = [...document.body.querySelectorAll('*')].filter(
        (box) =>
          box instanceof HTMLElement &&
          hasText(box) &&
          box.closest('.hidden-visually, .skip-link, .bar-title, noscript') === null &&
          isCut(box),
      );
      const wide = document.documentElement.scrollWidth > innerWidth ? ['the page'] : [];
      const found = cut.map((box) => `${box.localName}.${box.className}: ${box.textContent?.trim() ?? ''}`);
      for (const { node, text } of marked) node.data = text;
      return [...wide, ...found];
    },
    { marks: [PSEUDO_OPEN, PSEUDO_CLOSE] },
  );
}
