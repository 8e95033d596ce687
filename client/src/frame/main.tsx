import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/fonts.css';
import '../ui/tokens.css';
import '../ui/themes.css';
import '../ui/board-look.css';
import '../motion/motion.css';
import '../ui/base.css';
import { startWords } from '../i18n/words.ts';
import { lazyPage } from '../lazy-page.ts';
import { showTheme } from '../ui/theme.ts';
import { frameOf, themeOf } from './frame-query.ts';

const EmbedPage = lazyPage(() => import('../embed/embed-page.tsx'), 'EmbedPage', 'embed');
const OverlayPage = lazyPage(
  () => import('../overlay/overlay-page.tsx'),
  'OverlayPage',
  'overlay',
  'watch',
  'drives',
);

const frame = frameOf(location.pathname);
const query = new URLSearchParams(location.search);
const asked = themeOf(query);
// Over a video there is nobody whose preference could decide.
showTheme(frame?.kind === 'overlay' && asked === 'system' ? 'hall' : asked);
if (frame) document.documentElement.dataset['surface'] = frame.kind;
startWords();
const root = document.getElementById('root');
if (!root) throw new Error('frame.html has no #root');
createRoot(root).render(
  <StrictMode>
    <Suspense fallback={null}>
      {frame?.kind === 'embed' && <EmbedPage board={frame.board} />}
      {frame?.kind === 'overlay' && <OverlayPage board={frame.board} />}
    </Suspense>
  </StrictMode>,
);
