import { memo, useMemo, useRef } from 'react';
import { fitText } from './fit.ts';
import { leastType } from './least-type.ts';
import { useRegion } from './region.ts';
import { createMeasure, useFaces } from './text-measure.ts';

interface Props {
  text: string;
  /** Largest size, and the size below which another line is better; in hundredths of the screen. */
  max: number;
  min: number;
  lines?: number;
  weight?: 500 | 600 | 700;
  className?: string;
  /** Said in its place where it would have to be smaller than `min`. */
  orElse?: string;
  /** Left out whole where it, or what is said in its place, would have to be smaller than `min`. */
  isOptional?: boolean;
  /** Words are broken only where whole they would have to be smaller than this; `min` if absent. */
  whole?: number;
}

export const leading = 0.98;
/** Sizes are in tenths of a pixel. */
const rounding = 0.1;

/** A text in the biggest type its box allows, whole. The box gets its size from its surroundings. */
export const FittedText = memo(function FittedText({
  text,
  max,
  min,
  lines = 2,
  weight = 600,
  className = '',
  orElse,
  isOptional = false,
  whole = min,
}: Props) {
  const ref = useRef<HTMLSpanElement>(null);
  const { widthPx, heightPx, unitPx } = useRegion(ref);
  const faces = useFaces();
  const fit = useMemo(() => {
    const box = {
      widthPx,
      heightPx,
      maxPx: max * unitPx,
      minPx: min * unitPx,
      leastPx: leastType * unitPx,
      wholePx: whole * unitPx,
      maxLines: lines,
      leading,
    };
    if (widthPx === 0) return { sizePx: 0, lines: [text] };
    const measure = createMeasure(weight, faces);
    const first = fitText(text, box, measure);
    const isTooSmall = orElse !== undefined && first.sizePx < box.minPx - rounding;
    return isTooSmall ? fitText(orElse, box, measure) : first;
  }, [text, orElse, widthPx, heightPx, unitPx, max, min, whole, lines, weight, faces]);
  const isLeftOut = isOptional && widthPx > 0 && fit.sizePx < min * unitPx - rounding;
  return (
    <span ref={ref} className={`fitted ${className}`}>
      <span style={{ fontSize: `${fit.sizePx}px`, fontWeight: weight, lineHeight: leading }}>
        {isLeftOut ? '' : fit.lines.join('\n')}
      </span>
    </span>
  );
});
