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
  /** Left out whole where it would have to be smaller than `min`. */
  isOptional?: boolean;
}

const leading = 0.98;

/** A text in the biggest type its box allows, whole. The box gets its size from its surroundings. */
export const FittedText = memo(function FittedText({
  text,
  max,
  min,
  lines = 2,
  weight = 600,
  className = '',
  isOptional = false,
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
      maxLines: lines,
      leading,
    };
    return widthPx > 0
      ? fitText(text, box, createMeasure(weight, faces))
      : { sizePx: 0, lines: [text] };
  }, [text, widthPx, heightPx, unitPx, max, min, lines, weight, faces]);
  const isLeftOut = isOptional && widthPx > 0 && fit.sizePx < min * unitPx - 0.1;
  return (
    <span ref={ref} className={`fitted ${className}`}>
      <span style={{ fontSize: `${fit.sizePx}px`, fontWeight: weight, lineHeight: leading }}>
        {isLeftOut ? '' : fit.lines.join('\n')}
      </span>
    </span>
  );
});
