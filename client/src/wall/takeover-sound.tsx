import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cueOf, playCue } from './cue.ts';
import type { Screen } from './takeover-queue.ts';
import './takeover-sound.css';

/**
 * The sound of takeovers, on a wall that is asked for it. Browsers let a page be heard only after
 * somebody touched it, or where they were started for that: until then a hint says so.
 */
export function TakeoverSound({ screen }: { screen: Screen | null }) {
  const { t } = useTranslation(['scenes', 'wall']);
  const context = useRef<AudioContext | undefined>(undefined);
  const [isBlocked, setBlocked] = useState(false);

  useEffect(() => {
    const audio = new AudioContext();
    context.current = audio;
    const follow = () => setBlocked(audio.state !== 'running');
    // It is refused without a word until somebody touched the page; `statechange` tells of success.
    const unlock = () => void audio.resume().catch(() => undefined);
    follow();
    audio.addEventListener('statechange', follow);
    window.addEventListener('pointerdown', unlock);
    window.addEventListener('keydown', unlock);
    return () => {
      audio.removeEventListener('statechange', follow);
      window.removeEventListener('pointerdown', unlock);
      window.removeEventListener('keydown', unlock);
      context.current = undefined;
      void audio.close();
    };
  }, []);

  useEffect(() => {
    const cue = screen && cueOf(screen);
    // What was not heard in its moment is not made up for.
    if (cue && context.current?.state === 'running') playCue(context.current, cue);
  }, [screen]);

  return isBlocked ? <p className="sound-hint">{t('sound.blocked')}</p> : null;
}
