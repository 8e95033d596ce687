import { useEffect, type RefObject } from 'react';

/** What had the focus last, and where it stood. */
interface Held {
  element: HTMLElement;
  row: number;
}

const acts = 'a[href], button:not(:disabled)';

const rowsOf = (area: HTMLElement) => [
  ...area.querySelectorAll<HTMLElement>('[role="row"]:has([role="rowheader"])'),
];

const isLost = ({ element }: Held) => !element.isConnected || element.matches(':disabled');

const isNowhere = ({ activeElement }: Document) =>
  !activeElement || activeElement === document.body;

/** The same row's next act, else that of the rows after it, else of those before, else the table. */
function placeBeside(area: HTMLElement, row: number): HTMLElement | null {
  const rows = rowsOf(area);
  const inOrder = [...rows.slice(row), ...rows.slice(0, row).toReversed()];
  for (const one of inOrder) {
    const act = one.querySelector<HTMLElement>(acts);
    if (act) return act;
  }
  return area.querySelector('[role="grid"], [role="treegrid"]');
}

/** The table itself must know in which cell the focus is, or it takes it back to where it was. */
function enter(place: HTMLElement | null): void {
  place?.closest<HTMLElement>('[role="gridcell"], [role="rowheader"]')?.focus();
  place?.focus();
}

/**
 * What is pressed in a table often takes itself away: its row goes, or what could be done is done.
 * The focus then goes on beside it instead of to the start of the page. Whoever went on elsewhere
 * meanwhile stays there.
 */
export function useLostFocus(area: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current } = area;
    if (!current) return undefined;
    let held: Held | undefined;
    const hold = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      const row = target.closest<HTMLElement>('[role="row"]');
      held = row ? { element: target, row: rowsOf(current).indexOf(row) } : undefined;
    };
    const leave = ({ relatedTarget }: FocusEvent) => {
      // A dialog comes back to what opened it; anything else is another place to work at.
      if (
        relatedTarget instanceof Element &&
        !relatedTarget.closest('[role="dialog"], [role="menu"]')
      )
        held = undefined;
      // A press on nothing, while what had the focus still stands.
      else if (relatedTarget === null && document.hasFocus())
        queueMicrotask(() => {
          if (held && !isLost(held) && isNowhere(document)) held = undefined;
        });
    };
    const mend = () => {
      if (!held || !isNowhere(document)) return;
      const { element, row } = held;
      // Busy: it comes back, or it goes.
      if (element.isConnected && element.matches(':disabled')) return;
      enter(element.isConnected ? element : placeBeside(current, Math.max(row, 0)));
    };
    const watch = new MutationObserver(mend);
    watch.observe(current, { subtree: true, childList: true, attributeFilter: ['disabled'] });
    current.addEventListener('focusin', hold);
    current.addEventListener('focusout', leave);
    return () => {
      watch.disconnect();
      current.removeEventListener('focusin', hold);
      current.removeEventListener('focusout', leave);
    };
  }, [area]);
}
