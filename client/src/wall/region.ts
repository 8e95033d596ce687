import { useEffect, useState, type RefObject } from 'react';

export interface Region {
  widthPx: number;
  heightPx: number;
  /** A hundredth of the screen's longer side: what all sizes of the wall are made of. */
  unitPx: number;
}

const unknown: Region = { widthPx: 0, heightPx: 0, unitPx: 0 };
const unitPx = () => Math.max(window.innerWidth, window.innerHeight) / 100;

/** The size of an element, followed as it changes. */
export function useRegion(ref: RefObject<HTMLElement | null>): Region {
  const [region, setRegion] = useState(unknown);
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const read = () => {
      const next = {
        widthPx: element.clientWidth,
        heightPx: element.clientHeight,
        unitPx: unitPx(),
      };
      setRegion((old) =>
        old.widthPx === next.widthPx && old.heightPx === next.heightPx && old.unitPx === next.unitPx
          ? old
          : next,
      );
    };
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return region;
}
