import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { wordsPlugin } from '../scripts/words/words-plugin.ts';

/** What a page fetches later never comes on the server: there its place is held, as at first. */
const nothingLater: Plugin = {
  name: 'nothing-later',
  transform: (code, id) =>
    id.includes('/client/src/') && !id.includes('/i18n/')
      ? code.replace(/\bimport\((['"])\.[^'"]+\1\)/g, 'new Promise(() => undefined)')
      : undefined,
};

/** The first view of the spectator's page, as one module that the server runs; see src/first. */
export default defineConfig({
  plugins: [nothingLater, react(), wordsPlugin()],
  define: { 'process.env.NODE_ENV': '"production"' },
  ssr: { noExternal: true, target: 'webworker' },
  build: {
    ssr: 'src/first/render.tsx',
    outDir: 'dist/.first',
    target: 'es2024',
    minify: false,
    // The public files lie beside the pages already.
    copyPublicDir: false,
  },
});
