import { useLayoutEffect, useRef, type CSSProperties, type ReactNode, type RefObject } from 'react';
import { arrangeRows, keepOrder } from './row-order.ts';
import { nowhere, travelRows } from './travel.ts';

interface Props<T> {
  items: readonly T[];
  keyOf: (item: T) => string;
  /**
   * A `TravellingRow` with the item's key as its `id`, or a component that shows one. `at`: its place
   * in the list, from 0; a sheet must not ask for it (`:nth-child`), or a row that is moved has all
   * that follow it styled anew.
   */
  children: (item: T, at: number) => ReactNode;
  as?: 'ol' | 'ul';
  className?: string | undefined;
  style?: CSSProperties;
  ref?: RefObject<HTMLOListElement | null>;
  'aria-busy'?: boolean;
}

const settledMs = 200;

/**
 * Rows that were put in another order set out in the frame that shows it, where they are laid out
 * anyway: before that, laying them out would be one task with all that was drawn.
 */
function useDepartures(list: RefObject<HTMLElement | null>) {
  const known = useRef(nowhere());
  const taken = useRef(new Set<Element>());
  const setOut = () => {
    if (list.current) travelRows(list.current, known.current, taken.current);
    taken.current = new Set();
  };
  const setOutSoon = (rows: ReadonlySet<Element>) => {
    for (const row of rows) taken.current.add(row);
    // Nothing is shown, and there are no frames.
    if (document.hidden) return setOut();
    const frame = requestAnimationFrame(setOut);
    return () => cancelAnimationFrame(frame);
  };
  return useRef({ setOut, setOutSoon }).current;
}

/**
 * A list whose rows travel to their new places. React keeps the rows in the order in which they came
 * and so moves none; the list puts them in order itself, which takes one move for a row that overtook
 * fifty, where React would move the fifty.
 */
export function TravellingList<T>(props: Props<T>) {
  const { items, keyOf, children, as: List = 'ol', ref, ...rest } = props;
  const own = useRef<HTMLOListElement>(null);
  const list = ref ?? own;
  const held = useRef<readonly string[]>([]);
  const { setOut, setOutSoon } = useDepartures(list);
  const byKey = new Map(items.map((item, at) => [keyOf(item), { item, at }]));
  const keys = [...byKey.keys()];
  held.current = keepOrder(held.current, keys);
  const order = keys.join('\n');
  const isNew = useRef(true);
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return undefined;
    const taken = arrangeRows(element, order.split('\n'));
    if (!isNew.current) return setOutSoon(taken);
    isNew.current = false;
    // Read when the page has been laid out anyway: until then nothing has a place to come from.
    const timer = setTimeout(setOut, settledMs);
    return () => clearTimeout(timer);
  }, [list, order, setOut, setOutSoon]);
  const rows = held.current.map((key) => {
    const found = byKey.get(key);
    return found === undefined ? null : children(found.item, found.at);
  });
  return (
    <List ref={list} {...rest}>
      {rows}
    </List>
  );
}
