import type { Page } from '@playwright/test';
import type { Action } from '../../support/keystroke-level.ts';

/** Notes what is done with the mouse and the keys on a page from its next address on, across reloads. */
export async function actionsWatch(page: Page): Promise<Action[]> {
  const actions: Action[] = [];
  await page.exposeBinding('actionTold', (_, action: Action) => {
    actions.push(action);
  });
  const watch = (): void => {
    const tell = (window as unknown as { actionTold(action: Action): void }).actionTold;
    let stroke: { x: number; y: number }[] = [];
    let typed = '';
    const options = { capture: true };
    addEventListener(
      'pointerdown',
      ({ clientX: x, clientY: y }) => {
        stroke = [{ x, y }];
      },
      options,
    );
    addEventListener(
      'pointermove',
      ({ clientX: x, clientY: y, buttons }) => {
        if (buttons !== 0 && stroke.length > 0) stroke.push({ x, y });
      },
      options,
    );
    addEventListener(
      'pointerup',
      () => {
        const lengthPx = stroke.reduce(
          (sum, { x, y }, i) => sum + (i === 0 ? 0 : Math.hypot(x - stroke[i - 1]!.x, y - stroke[i - 1]!.y)),
          0,
        );
        const segments = stroke.length - 1;
        stroke = [];
        void tell(lengthPx < 4 ? { kind: 'click' } : { kind: 'drag', segments, lengthPx });
      },
      options,
    );
    addEventListener(
      'focusin',
      ({ target }) => {
        typed =
          target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target.value : '';
      },
      options,
    );
    addEventListener(
      'input',
      ({ target }) => {
        if (target instanceof HTMLSelectElement) {
          void tell({ kind: 'choice' });
          return;
        }
        if (target instanceof HTMLInputElement && target.type === 'range') {
          void tell({ kind: 'click' });
          return;
        }
        const isText =
          target instanceof HTMLTextAreaElement ||
          (target instanceof HTMLInputElement && ['text', 'number', 'search', ''].includes(target.type));
        if (!isText) return;
        // What was there is marked and goes with the first key; nothing new is one key as well.
        if (target.value !== typed) void tell({ kind: 'text', keys: Math.max(1, target.value.length) });
        typed = target.value;
      },
      options,
    );
    addEventListener(
      'change',
      ({ target }) => {
        if (target instanceof HTMLInputElement && target.type === 'file') void tell({ kind: 'files' });
      },
      options,
    );
  };
  await page.addInitScript(watch);
  return actions;
}
