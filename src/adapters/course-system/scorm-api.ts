/** The run-time of a course system, in either of SCORM's versions under one set of names. All calls wait for the answer. */
export interface ScormApi {
  initialize(): boolean;
  /** Empty where there is no such element, or it has no value. */
  get(element: string): string;
  set(element: string, value: string): boolean;
  commit(): boolean;
  terminate(): boolean;
  /** What went wrong last, for the log. */
  error(): string;
}

/** Windows above one another that are looked at, as SCORM's own example does. */
const WINDOWS_MOST = 500;

type Call = (...texts: readonly string[]) => unknown;

/** Calls of SCORM 1.2 have a prefix and other names for the first and the last. */
const NAMES = {
  scorm12: {
    object: 'API',
    calls: {
      initialize: 'LMSInitialize',
      get: 'LMSGetValue',
      set: 'LMSSetValue',
      commit: 'LMSCommit',
      terminate: 'LMSFinish',
      error: 'LMSGetLastError',
      text: 'LMSGetErrorString',
    },
  },
  scorm2004: {
    object: 'API_1484_11',
    calls: {
      initialize: 'Initialize',
      get: 'GetValue',
      set: 'SetValue',
      commit: 'Commit',
      terminate: 'Terminate',
      error: 'GetLastError',
      text: 'GetErrorString',
    },
  },
} as const;
export type ScormVersion = keyof typeof NAMES;

/** Looks for the run-time above this page and above the one that opened it; null where there is none, or it may not be asked. */
export function scormApiFind(from: Window, version: ScormVersion): ScormApi | null {
  const found =
    above(from, version) ?? (from.top?.opener == null ? null : above(from.top.opener as Window, version));
  return found === null ? null : apiOf(found, version);
}

function above(from: Window, version: ScormVersion): Readonly<Record<string, Call>> | null {
  const { object } = NAMES[version];
  let at: Window = from;
  for (let seen = 0; seen < WINDOWS_MOST; seen += 1) {
    try {
      const api = (at as unknown as Readonly<Record<string, unknown>>)[object];
      if (typeof api === 'object' && api !== null) return api as Readonly<Record<string, Call>>;
    } catch {
      // A window of another origin does not tell.
      return null;
    }
    if (at.parent === at) return null;
    at = at.parent;
  }
  return null;
}

function apiOf(api: Readonly<Record<string, Call>>, version: ScormVersion): ScormApi {
  const names = NAMES[version].calls;
  const call = (name: keyof typeof names, ...texts: readonly string[]): string => {
    try {
      return String(api[names[name]]?.(...texts) ?? '');
    } catch (error) {
      // Run-times throw where their page is gone or their server does not answer.
      console.warn(error);
      return '';
    }
  };
  const isDone = (answer: string): boolean => answer === 'true';
  return {
    initialize: () => isDone(call('initialize', '')),
    get: (element) => call('get', element),
    set: (element, value) => isDone(call('set', element, value)),
    commit: () => isDone(call('commit', '')),
    terminate: () => isDone(call('terminate', '')),
    error() {
      const code = call('error');
      return `${code} ${call('text', code)}`.trim();
    },
  };
}
