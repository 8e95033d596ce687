import { lazy, Suspense } from 'react';
import type { CheerTapProps } from './cheer-tap.tsx';

/** After the page itself: the first load is for what everybody came for. */
const CheerTap = lazy(async () => ({ default: (await import('./cheer-tap.tsx')).CheerTap }));

export function CheerButton(props: CheerTapProps) {
  return (
    <Suspense fallback={<span style={{ minHeight: 'var(--target)' }} />}>
      <CheerTap {...props} />
    </Suspense>
  );
}
