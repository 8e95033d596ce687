import { useRef } from 'react';
import { useRegion } from './region.ts';
import { createMeasure, useFaces } from './text-measure.ts';

interface Props {
  number: string;
  /** Stands beside the number in half its size. */
  beside?: string;
  /** Largest size, in hundredths of the screen. */
  max: number;
  className?: string;
}

const besideSize = 0.5;
const besideGap = 0.125;

/** Width of a number and of what stands beside it, in ems of the number. */
export function markEms(number: string, beside: string, faces: number): number {
  const unit = beside ? besideGap + besideSize * createMeasure(600, faces)(beside) : 0;
  return createMeasure(700, faces)(number) + unit;
}

/** A number in the biggest type its box allows, on one line and whole. */
export function FittedMark({ number, beside = '', max, className = '' }: Props) {
  const ref = useRef<HTMLSpanElement>(null);
  const { widthPx, unitPx } = useRegion(ref);
  const faces = useFaces();
  const sizePx = Math.min(max * unitPx, widthPx / Math.max(0.01, markEms(number, beside, faces)));
  return (
    <span ref={ref} className={`fitted fitted-mark ${className}`}>
      <span style={{ fontSize: `${Math.floor(sizePx * 10) / 10}px` }}>
        {number}
        {beside && <small>{beside}</small>}
      </span>
    </span>
  );
}
