/**
 * The built game loads from, and talks to, nobody but the place it comes from. Wasm must be compiled, images made in
 * memory are blobs, and small sounds are data; every script is a file. Workers may be blobs: mediabunny makes one from
 * its own text for recordings with an alpha channel, as browsers record a canvas.
 */
export const CONTENT_POLICY = Object.entries({
  'default-src': "'self'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'worker-src': "'self' blob:",
  'connect-src': "'self' blob: data:",
  'img-src': "'self' blob: data:",
  'media-src': "'self' blob: data:",
  'font-src': "'self' data:",
  'style-src': "'self' 'unsafe-inline'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
})
  .map(([directive, sources]) => `${directive} ${sources}`)
  .join('; ');

/**
 * Writes the policy into the built page, so that it holds on every host. Workers have a policy of their own,
 * which only a host's headers can set, as `npm start` does.
 * @returns {import('vite').Plugin}
 */
export function contentPolicy() {
  return {
    name: 'batsign-content-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_POLICY },
        injectTo: 'head-prepend',
      },
    ],
  };
}
