// Globals wherever JavaScript runs, in pages, workers and Node alike, as far as it is used by the rooms that
// compile with neither the DOM's types nor Node's (tsconfig.domain.json). Everything else is compiled with the real types.

declare const console: { error(...values: readonly unknown[]): void };

interface AbortSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
}

interface Blob {
  readonly size: number;
  readonly type: string;
}

declare class AbortController {
  readonly signal: AbortSignal;
  abort(): void;
}

declare function atob(base64: string): string;
declare function btoa(bytes: string): string;
