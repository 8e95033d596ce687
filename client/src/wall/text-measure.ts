import { useEffect, useState } from 'react';
import type { MeasureText } from './fit.ts';

const probePx = 100;
/** Room for what a hinted size rounds up. */
const reserve = 1.01;
const widths = new Map<string, number>();
let probe: HTMLElement | undefined;

/** On the page, not on a canvas: only there do figures stand in their tabular widths. */
function measureOnPage(text: string, weight: number): number {
  probe ??= document.body.appendChild(document.createElement('span'));
  probe.className = 'text-probe';
  probe.style.fontWeight = String(weight);
  probe.style.fontSize = `${probePx}px`;
  probe.textContent = text;
  return (probe.getBoundingClientRect().width / probePx) * reserve;
}

/**
 * Figures of one width, whatever stands beside them: a number is as wide as its signs together, so
 * that a score that was never shown before is not measured, which would lay out the whole wall.
 */
const numberSigns = /^[\d.,'’ \u00a0\u202f+−-]+$/;

/** Widths in the display face as it was at the count `faces`; each text is measured once. */
export function createMeasure(weight: number, faces: number): MeasureText {
  const measure = (text: string): number => {
    if (text.length > 1 && numberSigns.test(text)) {
      let sum = 0;
      for (const sign of text) sum += measure(sign);
      return sum;
    }
    const key = `${faces} ${weight} ${text}`;
    const known = widths.get(key);
    if (known !== undefined) return known;
    const width = measureOnPage(text, weight);
    if (widths.size > 5_000) widths.clear();
    widths.set(key, width);
    return width;
  };
  return measure;
}

let facesLoaded = 0;

/** Counts up whenever faces have arrived: what was measured before was in another one. */
export function useFaces(): number {
  const [loaded, setLoaded] = useState(facesLoaded);
  useEffect(() => {
    const count = () => setLoaded((facesLoaded += 1));
    document.fonts.addEventListener('loadingdone', count);
    return () => document.fonts.removeEventListener('loadingdone', count);
  }, []);
  return loaded;
}
