import { describe, expect, test } from 'vitest';
import { chromiumFind, testChromiumFind } from '../../../scripts/lib/chromium.mjs';

interface Given {
  readonly platform: NodeJS.Platform;
  readonly env?: Record<string, string>;
  readonly files: readonly string[];
}

const machineOf = ({ platform, env = {}, files }: Given) => ({
  platform,
  env,
  home: '/Users/me',
  exists: (path: string) => files.includes(path),
});
const find = (given: Given) => chromiumFind(machineOf(given));

const CHROME_ON_MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
const EDGE_ON_WINDOWS = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';

describe('a Chromium is found', () => {
  test.each<[string, Given, string | null]>([
    ['on Debian', { platform: 'linux', files: ['/usr/bin/chromium'] }, '/usr/bin/chromium'],
    [
      'as Chromium before Chrome',
      { platform: 'linux', files: ['/usr/bin/google-chrome', '/snap/bin/chromium'] },
      '/snap/bin/chromium',
    ],
    [
      'on the PATH',
      { platform: 'linux', env: { PATH: '/opt/x' }, files: ['/opt/x/google-chrome'] },
      '/opt/x/google-chrome',
    ],
    ['on macOS', { platform: 'darwin', files: [CHROME_ON_MAC] }, CHROME_ON_MAC],
    [
      "in a person's own applications on macOS",
      { platform: 'darwin', files: ['/Users/me/Applications/Chromium.app/Contents/MacOS/Chromium'] },
      '/Users/me/Applications/Chromium.app/Contents/MacOS/Chromium',
    ],
    [
      'on Windows',
      {
        platform: 'win32',
        env: { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' },
        files: [EDGE_ON_WINDOWS],
      },
      EDGE_ON_WINDOWS,
    ],
    ['nowhere', { platform: 'linux', files: [] }, null],
    ['nowhere on a bare Windows', { platform: 'win32', files: [] }, null],
    [
      'where BATSIGN_CHROMIUM says',
      {
        platform: 'linux',
        env: { BATSIGN_CHROMIUM: '/my/chrome' },
        files: ['/usr/bin/chromium', '/my/chrome'],
      },
      '/my/chrome',
    ],
  ])('%s', (_what, given, path) => {
    expect(find(given)).toBe(path);
  });

  test('not in place of one that BATSIGN_CHROMIUM names and that is absent', () => {
    expect(() =>
      find({ platform: 'linux', env: { BATSIGN_CHROMIUM: '/absent' }, files: ['/usr/bin/chromium'] }),
    ).toThrow('BATSIGN_CHROMIUM says /absent, but there is no such file.');
  });
});

describe('tests run in', () => {
  test.each<[string, Given, string | null]>([
    [
      'a Chromium without windows before one with them',
      { platform: 'linux', files: ['/usr/bin/chromium', '/usr/bin/chromium-headless-shell'] },
      '/usr/bin/chromium-headless-shell',
    ],
    [
      'one with windows where there is no other',
      { platform: 'darwin', files: [CHROME_ON_MAC] },
      CHROME_ON_MAC,
    ],
    [
      'the one that BATSIGN_CHROMIUM names, whatever else there is',
      {
        platform: 'linux',
        env: { BATSIGN_CHROMIUM: '/my/chrome' },
        files: ['/my/chrome', '/usr/bin/chromium-headless-shell'],
      },
      '/my/chrome',
    ],
    ['nothing where there is none', { platform: 'linux', files: [] }, null],
  ])('%s', (_what, given, path) => {
    expect(testChromiumFind(machineOf(given))).toBe(path);
  });
});
