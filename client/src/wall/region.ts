import { useLayoutEffect, useState, type RefObject } from 'react';

export interface Region {
  widthPx: number;
  heightPx: number;
  /** A hundredth of the screen's longer side: what all sizes of the wall are made of. */
  unitPx: number;
}

const unknown: Region = { widthPx: 0, heightPx: 0, unitPx: 0 };
const unitPx = () => Math.max(window.innerWidth, window.innerHeight) / 100;

/**
 * The size of an element, followed as it changes. It is read before the first frame: what is made
 * of it would otherwise be seen without its texts for as long as the machine is busy.
 */
export function useRegion(ref: RefObject<HTMLElement | null>): Region {
  const [region, setRegion] = useState(unknown);
  useLayoutEffect(() => {
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
