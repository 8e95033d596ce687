import { useMemo, useRef } from 'react';
import { FittedText } from './fitted-text.tsx';
import { leastType } from './least-type.ts';
import { notesThatFit } from './notes-fit.ts';
import { useRegion } from './region.ts';
import { createMeasure, useFaces } from './text-measure.ts';

/** What is to be known about a scene, the most important first: as much of it as can be read. */
export function WallNotes({ notes }: { notes: readonly (string | undefined)[] }) {
  const ref = useRef<HTMLDivElement>(null);
  const { widthPx, unitPx } = useRegion(ref);
  const faces = useFaces();
  const key = notes.filter(Boolean).join('\n');
  const text = useMemo(() => {
    const given = key.split('\n').filter(Boolean);
    const ems = widthPx / Math.max(0.01, leastType * unitPx);
    const shown = widthPx > 0 ? notesThatFit(given, ems, createMeasure(500, faces)) : given;
    return shown.join(' · ');
  }, [key, widthPx, unitPx, faces]);
  return (
    <div ref={ref} className="wall-board-name">
      <FittedText text={text} max={2.1} min={leastType} weight={500} lines={1} />
    </div>
  );
}
