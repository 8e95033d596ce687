import { lazy, Suspense, useState } from 'react';
import { useWaitingToasts } from './toasts.ts';

const ToastRegion = lazy(async () => ({ default: (await import('./toast.tsx')).ToastRegion }));

/** Where the page says things in passing: nothing at all until there is something to say. */
export function ToastCorner() {
  const [isNeeded, setNeeded] = useState(false);
  if (useWaitingToasts() > 0 && !isNeeded) setNeeded(true);
  return isNeeded ? (
    <Suspense fallback={null}>
      <ToastRegion />
    </Suspense>
  ) : null;
}
