import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { noticeDismiss, noticeShow, notices, noticesAge } from '../../../src/ui/notices.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  for (const { id } of notices.value) noticeDismiss(id);
  vi.useRealTimers();
});

test('a sentence is shown once, and another screen drops what was said on the one before', () => {
  noticeShow('info', 'Done.');
  noticeShow('info', 'Done.');
  expect(notices.value.map(({ text }) => text)).toEqual(['Done.']);
  vi.advanceTimersByTime(2000);
  noticesAge();
  expect(notices.value).toEqual([]);
});

test('a sentence that is said again is kept by the screen that it leads to', () => {
  noticeShow('error', 'This address leads to nothing.');
  vi.advanceTimersByTime(2000);
  noticeShow('error', 'This address leads to nothing.');
  noticesAge();
  expect(notices.value.map(({ text }) => text)).toEqual(['This address leads to nothing.']);
});
