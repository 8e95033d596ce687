import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sayProblem } from '../ui/say-problem.ts';
import { tell } from '../ui/toasts.ts';
import { wallName, type Wall } from './wall-rows.ts';

export interface Doing {
  /** One thing at a time; how it went is said in passing. */
  run: (wall: Wall, what: 'identify' | 'reload' | 'playlist', work: () => Promise<unknown>) => void;
  say: (wall: Wall, what: 'show') => void;
}

/** Asks a wall for something and says how it went. */
export function useDoing(): Doing {
  const { t } = useTranslation('walls');
  const [isBusy, setBusy] = useState(false);
  const run: Doing['run'] = (wall, what, work) => {
    if (isBusy) return;
    setBusy(true);
    work()
      .then(() => tell({ title: t(`done.${what}`, { wall: wallName(wall) }) }))
      .catch(async (error: unknown) =>
        tell({ title: t('failed', { wall: wallName(wall) }), text: await sayProblem(error) }),
      )
      .finally(() => setBusy(false));
  };
  const say: Doing['say'] = (wall, what) =>
    tell({ title: t(`done.${what}`, { wall: wallName(wall) }) });
  return { run, say };
}
