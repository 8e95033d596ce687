import { useEffect } from 'react';

/** Asks the screen to stay on; again each time the page is shown, since hiding it gives it up. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    const hold = async () => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
      // Refused on battery saving or without focus: the wall works without it.
      lock = await navigator.wakeLock.request('screen').catch(() => undefined);
    };
    const listen = () => void hold();
    listen();
    document.addEventListener('visibilitychange', listen);
    return () => {
      document.removeEventListener('visibilitychange', listen);
      void lock?.release();
    };
  }, []);
}

/** `f` fills the screen; any browser leaves it again with Escape. */
export function useFullScreenKey(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'f' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!document.fullscreenElement) void document.documentElement.requestFullscreen();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
