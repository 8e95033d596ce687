import { startTransition, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './ui/fonts.css';
import './ui/tokens.css';
import './ui/themes.css';
import './ui/board-look.css';
import './motion/motion.css';
import './ui/base.css';
import { App, WatchPage } from './app.tsx';
import { firstData } from './first/first-data.ts';
import { startWords } from './i18n/words.ts';
import { restoreTheme } from './ui/theme.ts';

restoreTheme();
startWords();
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
// What the server wrote into the page stands until the page itself can take its place, whole.
const ready = firstData() ? WatchPage.fetch() : Promise.resolve();
void ready
  .catch(() => undefined)
  .then(() =>
    startTransition(() =>
      createRoot(root).render(
        <StrictMode>
          <App />
        </StrictMode>,
      ),
    ),
  );
// Beside the page, which does without it.
void import('./install/newest-build.ts').then(({ installApp }) => installApp());
