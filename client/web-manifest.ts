import type { ManifestOptions } from 'vite-plugin-pwa';

const icon = (size: number, purpose: 'any' | 'maskable') => ({
  src: `/icons/${purpose === 'any' ? 'mark' : 'maskable'}-${size}.png`,
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
});

/** How the app is called and looks where it is installed; it opens where results are posted. */
export const webManifest: Partial<ManifestOptions> = {
  id: '/',
  name: 'Emulation board',
  short_name: 'Board',
  description: 'A living board of results, records and places.',
  start_url: '/start',
  scope: '/',
  display: 'standalone',
  lang: 'en',
  dir: 'auto',
  background_color: '#0c0e13',
  theme_color: '#07080b',
  categories: ['business', 'productivity'],
  icons: [
    icon(192, 'any'),
    icon(512, 'any'),
    icon(512, 'maskable'),
    { src: '/mark.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
  ],
};
