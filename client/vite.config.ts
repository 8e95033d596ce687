import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { wordsFileName, wordsPlugin } from '../scripts/words/words-plugin.ts';
import { offlineParts } from '../scripts/offline-parts-plugin.ts';
import { unusedPartsPlugin } from '../scripts/unused-parts-plugin.ts';
import { webManifest } from './web-manifest.ts';

const server = process.env['BOARD_SERVER'] ?? 'http://127.0.0.1:8080';

/** Where somebody stands when the network is gone: before a wall, at a machine with a phone. */
const offline = offlineParts([
  '/wall/wall-page.tsx',
  '/post/post-page.tsx',
  '/watch/watch-page.tsx',
  '/boards/boards-page.tsx',
]);

/** The app's files on the device, so that it opens without a network; registered by the app itself. */
const pwa = VitePWA({
  strategies: 'injectManifest',
  srcDir: 'src/worker',
  filename: 'sw.ts',
  injectRegister: false,
  manifest: webManifest,
  injectManifest: {
    // Hangul's faces are fetched by the few devices that have none.
    globIgnores: ['assets/words-ar-XB-*', 'assets/noto-sans-kr-*'],
    globPatterns: ['index.html', 'mark.svg', 'assets/*.{js,css,woff2}'],
    dontCacheBustURLsMatching: /^assets\//,
    manifestTransforms: [
      (entries) => ({ manifest: entries.filter(({ url }) => offline.isKept(url)) }),
    ],
    // Nothing of the app is left out: a file over the limit fails the build below.
    maximumFileSizeToCacheInBytes: 1_500_000,
  },
});

export default defineConfig({
  plugins: [react(), wordsPlugin(), unusedPartsPlugin(), offline.plugin, pwa],
  build: {
    outDir: 'dist',
    target: 'es2022',
    // `light-dark()` and logical properties are the browser's: see ui/themes.css.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
    manifest: true,
    rollupOptions: {
      // The second is what is framed elsewhere and laid over videos: small, without the app.
      input: ['index.html', 'frame.html'].map((page) =>
        fileURLToPath(new URL(page, import.meta.url)),
      ),
      output: {
        // Of a few hundred bytes each and wanted by nearly every page: apart they pack badly.
        advancedChunks: {
          groups: [
            {
              name: 'small',
              test: /client\/src\/(?:ui\/(?:choice|decimal|loading|notice|now|query-state|sector-colour|unit-beside)|cheers\/cheer-button|api\/(?:request|problem))\./,
            },
          ],
        },
        chunkFileNames: ({ facadeModuleId }) =>
          wordsFileName(facadeModuleId ?? null) ?? 'assets/[name]-[hash].js',
      },
    },
  },
  server: {
    proxy: {
      '/api': { target: server },
      '/socket.io': { target: server, ws: true },
    },
  },
});
