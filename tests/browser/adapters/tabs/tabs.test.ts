import { afterEach, describe, expect, test, vi } from 'vitest';
import { tabsOpen } from '../../../../src/adapters/tabs/tabs.ts';
import type { Tabs } from '../../../../src/ports/tabs.ts';

let count = 0;
const opened: Tabs[] = [];

afterEach(() => {
  for (const tabs of opened.splice(0)) tabs.close();
});

describe.each([
  { means: 'web locks', locks: navigator.locks },
  { means: 'messages alone', locks: null },
])('pages that know of each other by $means', ({ locks }) => {
  function pagesOpen(limitMs = 3000) {
    const name = `batsign-test-${count++}`;
    return () => {
      const onTaken = vi.fn();
      const onChanged = vi.fn();
      const tabs = tabsOpen({ name, limitMs, locks, onTaken, onChanged });
      opened.push(tabs);
      return { tabs, onTaken, onChanged };
    };
  }

  test('a scenario is played in one page until that has released it as often as it claimed it', async () => {
    const open = pagesOpen();
    const [one, other] = [open().tabs, open().tabs];
    expect(await one.claim('lesson')).toBe('new');
    expect(await other.claim('lesson')).toBe('elsewhere');
    expect(await other.claim('another')).toBe('new');
    expect(await one.claim('lesson')).toBe('kept');
    one.release('lesson');
    expect(await other.claim('lesson')).toBe('elsewhere');
    one.release('lesson');
    await expect.poll(() => other.claim('lesson')).toBe('new');
    one.release('lesson');
    expect(await one.claim('lesson')).toBe('elsewhere');
  });

  test('of two that ask at once one plays', async () => {
    const open = pagesOpen();
    const [one, other] = [open().tabs, open().tabs];
    const claims = await Promise.all([one.claim('lesson'), other.claim('lesson')]);
    expect(claims.toSorted()).toEqual(['elsewhere', 'new']);
  });

  test('who plays it is asked to hand it over', async () => {
    const open = pagesOpen(60_000);
    const [one, other] = [open(), open()];
    await one.tabs.claim('lesson');
    one.onTaken.mockImplementation((scenarioId: string) => one.tabs.release(scenarioId));
    await other.tabs.takeOver('lesson');
    expect(one.onTaken.mock.calls).toEqual([['lesson']]);
    expect(other.onTaken).not.toHaveBeenCalled();
    expect(await one.tabs.claim('lesson')).toBe('elsewhere');
  });

  test('what nobody plays any longer is taken over', async () => {
    const open = pagesOpen(300);
    const [one, other] = [open(), open()];
    await one.tabs.claim('lesson');
    one.tabs.close();
    await other.tabs.takeOver('lesson');
    expect(await other.tabs.claim('lesson')).toBe('kept');
  });

  test('a page that does not let go loses it, and is told', async () => {
    const open = pagesOpen(100);
    const [one, other] = [open(), open()];
    await one.tabs.claim('lesson');
    await other.tabs.takeOver('lesson');
    await expect.poll(() => one.onTaken.mock.calls.length).toBeGreaterThan(0);
    expect(await other.tabs.claim('lesson')).toBe('kept');
  });

  test('changes are told to the others, not to oneself', async () => {
    const open = pagesOpen();
    const [one, other] = [open(), open()];
    one.tabs.changeTell();
    await expect.poll(() => other.onChanged.mock.calls.length).toBe(1);
    expect(one.onChanged).not.toHaveBeenCalled();
  });
});
