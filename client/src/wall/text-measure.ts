import { useEffect, useState } from 'react';
import type { MeasureText } from './fit.ts';

const probePx = 100;
/** Room for what a hinted size rounds up. */
const reserve = 1.01;
const widths = new Map<string, number>();
const figures = /\d/g;
let probe: HTMLElement | undefined;
let canvas: CanvasRenderingContext2D | null | undefined;
/** The display face by language: some languages have faces of their own. */
const families = new Map<string, string>();

function showProbe(text: string, weight: number): HTMLElement {
  probe ??= document.body.appendChild(document.createElement('span'));
  probe.className = 'text-probe';
  probe.style.fontWeight = String(weight);
  probe.style.fontSize = `${probePx}px`;
  probe.textContent = text;
  return probe;
}

/** On the page, where figures are all of one width; it lays the page out, so it is done once. */
const measureFigure = (weight: number): number =>
  showProbe('0', weight).getBoundingClientRect().width;

/** Beside the page, which is not laid out for it: a canvas knows no figures of one width. */
function measureLetters(text: string, weight: number): number {
  canvas ??= document.createElement('canvas').getContext('2d');
  if (!canvas) return showProbe(text, weight).getBoundingClientRect().width;
  const { lang } = document.documentElement;
  const family = families.get(lang) ?? getComputedStyle(showProbe('', weight)).fontFamily;
  families.set(lang, family);
  canvas.font = `${weight} ${probePx}px ${family}`;
  return canvas.measureText(text).width;
}

function keep(key: string, measure: () => number): number {
  const known = widths.get(key);
  if (known !== undefined) return known;
  const width = measure();
  if (widths.size > 5_000) widths.clear();
  widths.set(key, width);
  return width;
}

/** Widths in the display face as it was at the count `faces`, in its sizes; each is measured once. */
export function createMeasure(weight: number, faces: number): MeasureText {
  return (text) => {
    const letters = text.replace(figures, '');
    const figure = () => keep(`${faces} ${weight} 0`, () => measureFigure(weight));
    const width =
      keep(`${faces} ${weight} ${letters}`, () => measureLetters(letters, weight)) +
      (letters.length === text.length ? 0 : (text.length - letters.length) * figure());
    return (width / probePx) * reserve;
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
