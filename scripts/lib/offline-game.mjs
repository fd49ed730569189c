import { VitePWA } from 'vite-plugin-pwa';

/** Greater than any one file of the game. */
const MAX_BYTES = 16 * 1024 * 1024;

/**
 * The built game as a web app that is there without a network: its manifest, and a service worker that keeps every file
 * of one build. A newer build waits until it is asked for, so that none is swapped under a page that plays.
 * @param {string} description in English
 * @param {Readonly<Record<string, string>>} localized the same in other languages, by their codes
 * @returns {import('vite').PluginOption}
 */
export function offlineGame(description, localized) {
  return VitePWA({
    strategies: 'generateSW',
    registerType: 'prompt',
    // The game registers it itself, when nothing else is waited for.
    injectRegister: null,
    filename: 'service-worker.js',
    manifestFilename: 'batsign.webmanifest',
    manifest: {
      name: 'Batsign',
      short_name: 'Batsign',
      description,
      // The library's type does not know localised members yet; it writes what it is given.
      ...{ description_localized: localized },
      lang: 'en',
      start_url: './',
      scope: './',
      display: 'standalone',
      theme_color: '#0a0f14',
      background_color: '#0a0f14',
      categories: ['education', 'medical'],
      icons: [
        { src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: 'icons/icon-512.png', sizes: '512x512', type: 'image/png' },
        { src: 'icons/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    },
    includeManifestIcons: false,
    workbox: {
      globPatterns: ['**/*.{bin,css,html,js,json,png,svg,txt,wasm,wav,webp,woff2}'],
      // Their names carry a hash of what is in them.
      dontCacheBustURLsMatching: /\/[^/]+-[\w-]{8}\.\w+$/,
      maximumFileSizeToCacheInBytes: MAX_BYTES,
      // The first page is kept from its first visit on, not from its second.
      clientsClaim: true,
      cleanupOutdatedCaches: true,
      inlineWorkboxRuntime: true,
      sourcemap: false,
    },
  });
}
