import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => vi.unstubAllGlobals());

test('an address that changed while the words were on their way is followed', async () => {
  const heard = new Map<string, () => void>();
  const location = { hash: '#/' };
  vi.stubGlobal('location', location);
  vi.stubGlobal('addEventListener', (name: string, act: () => void) => heard.set(name, act));
  // A copy of its own: the module that other tests share has read its address.
  const copy = new URL('../../../src/ui/route.ts?late', import.meta.url).href;
  const { route, routeListen } = (await import(copy)) as typeof import('../../../src/ui/route.ts');
  expect(route.value).toEqual({ page: 'home' });
  location.hash = '#/play/a-lines';
  const onLost = vi.fn();
  routeListen(onLost);
  expect(route.value).toEqual({ page: 'play', scenario: 'a-lines' });
  location.hash = '#/settings';
  heard.get('hashchange')!();
  expect(route.value).toEqual({ page: 'settings' });
  expect(onLost).not.toHaveBeenCalled();
  location.hash = '#/nowhere-at-all';
  heard.get('hashchange')!();
  expect(route.value).toEqual({ page: 'home' });
  expect(onLost).toHaveBeenCalledOnce();
});
