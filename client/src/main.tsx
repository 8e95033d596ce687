import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './ui/fonts.css';
import './ui/tokens.css';
import './ui/themes.css';
import './ui/board-look.css';
import './motion/motion.css';
import './ui/base.css';
import { App } from './app.tsx';
import { startWords } from './i18n/words.ts';
import { restoreTheme } from './ui/theme.ts';

restoreTheme();
startWords();
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
// Beside the page, which does without it.
void import('./install/newest-build.ts').then(({ installApp }) => installApp());
