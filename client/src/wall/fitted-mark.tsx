import { memo, useRef } from 'react';
import { leastType } from './least-type.ts';
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

/** Figures fill 0.7 of their line: they may be set a little larger than the box that holds them. */
const overBox = 1.15;

/** A box that takes its height from the number, or has not been laid out yet, limits nothing. */
const tallest = (heightPx: number) => (heightPx > 1 ? heightPx * overBox : Infinity);

interface MarkSizes {
  numberPx: number;
  besidePx: number;
}

/** Both sizes of a mark that is no wider than its box; what stands beside keeps to the least type. */
export function markSizes(
  ems: { number: number; beside: number },
  box: { widthPx: number; maxPx: number; leastPx: number },
): MarkSizes {
  const gap = ems.beside > 0 ? besideGap : 0;
  const whole = ems.number + gap + besideSize * ems.beside;
  const numberPx = Math.min(box.maxPx, box.widthPx / Math.max(0.01, whole));
  if (ems.beside === 0 || numberPx * besideSize >= box.leastPx)
    return { numberPx, besidePx: numberPx * besideSize };
  const room = box.widthPx - ems.beside * box.leastPx;
  const left = room / Math.max(0.01, ems.number + gap);
  return { numberPx: Math.max(0, Math.min(box.maxPx, left)), besidePx: box.leastPx };
}

/** Width of a number and of what stands beside it, in ems of the number. */
export function markEms(number: string, beside: string, faces: number): number {
  const unit = beside ? besideGap + besideSize * createMeasure(600, faces)(beside) : 0;
  return createMeasure(700, faces)(number) + unit;
}

/** A number in the biggest type its box allows, on one line and whole. */
export const FittedMark = memo(function FittedMark({
  number,
  beside = '',
  max,
  className = '',
}: Props) {
  const ref = useRef<HTMLSpanElement>(null);
  const { widthPx, heightPx, unitPx } = useRegion(ref);
  const faces = useFaces();
  const { numberPx, besidePx } = markSizes(
    {
      number: createMeasure(700, faces)(number),
      beside: beside ? createMeasure(600, faces)(beside) : 0,
    },
    { widthPx, maxPx: Math.min(max * unitPx, tallest(heightPx)), leastPx: leastType * unitPx },
  );
  return (
    <span ref={ref} className={`fitted fitted-mark ${className}`}>
      <span style={{ fontSize: `${Math.floor(numberPx * 10) / 10}px` }}>
        {number}
        {beside && (
          <small
            style={{
              fontSize: `${Math.floor(besidePx * 10) / 10}px`,
              marginInlineStart: `${(numberPx * besideGap).toFixed(1)}px`,
            }}
          >
            {beside}
          </small>
        )}
      </span>
    </span>
  );
});
