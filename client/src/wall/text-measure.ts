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

/** Widths in the display face as it was at the count `faces`; each text is measured once. */
export function createMeasure(weight: number, faces: number): MeasureText {
  return (text) => {
    const key = `${faces} ${weight} ${text}`;
    const known = widths.get(key);
    if (known !== undefined) return known;
    const width = measureOnPage(text, weight);
    if (widths.size > 5_000) widths.clear();
    widths.set(key, width);
    return width;
  };
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
