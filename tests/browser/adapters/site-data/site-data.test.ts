import { afterEach, expect, test } from 'vitest';
import { siteDataErase } from '../../../../src/adapters/site-data/site-data.ts';

const FOLDER = new URL('/tests/fixtures/', location.href).href;
const OTHER_CACHE = 'workbox-precache-v2-https://elsewhere.test/';

afterEach(async () => {
  localStorage.removeItem('other.key');
  await caches.delete(OTHER_CACHE);
});

test('texts, caches and service worker of the game are erased, those of others are left alone', async () => {
  localStorage.setItem('batsign.segmenter.backend.abc.Mozilla/5.0', 'wasm');
  localStorage.setItem('other.key', 'stays');
  sessionStorage.setItem('batsign.any', 'text');
  for (const name of [`workbox-precache-v2-${FOLDER}`, OTHER_CACHE]) await caches.open(name);
  await navigator.serviceWorker.register('/tests/fixtures/service-worker.js');
  expect(await navigator.serviceWorker.getRegistration(FOLDER)).toBeDefined();

  await siteDataErase(FOLDER);
  const keysOf = (storage: Storage) => Object.keys(storage).filter((key) => /^(batsign|other)\./.test(key));
  expect(keysOf(localStorage)).toEqual(['other.key']);
  expect(keysOf(sessionStorage)).toEqual([]);
  expect(await caches.keys()).toEqual([OTHER_CACHE]);
  expect(await navigator.serviceWorker.getRegistration(FOLDER)).toBeUndefined();
  // Where there is nothing, there is nothing to do.
  await siteDataErase(FOLDER);
});
