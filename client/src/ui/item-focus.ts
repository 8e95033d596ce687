import { useLayoutEffect, useRef, type RefObject } from 'react';

/** Where the focus goes next: into what was added, or to what stands where something was taken away. */
type Wanted = { is: 'added' } | { is: 'removed'; at: number };

const isReached = (element: HTMLElement) =>
  element.tabIndex >= 0 &&
  !element.matches(':disabled') &&
  !element.closest('[aria-hidden="true"]');

const among = (place: Element, selector: string) =>
  [...place.querySelectorAll<HTMLElement>(selector)].find(isReached);

/** What is filled in first: the field that says so, or the first that is no button of the head. */
const firstField = (item: Element) =>
  among(item, '[data-first]') ??
  among(
    item,
    ':is(input, select, textarea, button, [role="spinbutton"]):not([data-remove], header *)',
  );

function placeOf(area: HTMLElement, wanted: Wanted): HTMLElement | undefined {
  const items = area.querySelectorAll('[data-item]');
  const last = items[items.length - 1];
  const fields = area.querySelector('[data-next]');
  const adds = fields ? firstField(fields) : among(area, '[data-add]');
  if (wanted.is === 'added') return fields ? adds : last && firstField(last);
  const next = items[wanted.at] ?? last;
  return (next && (among(next, '[data-remove]') ?? firstField(next))) ?? adds;
}

export interface ItemFocus<E extends HTMLElement> {
  /**
   * Around the items, each `data-item`, and the button that adds one, `data-add`; or, where an item is
   * written before it is added, the fields of the next one, `data-next`.
   */
  area: RefObject<E | null>;
  added: () => void;
  /** The place of what is taken away; its button is `data-remove`. */
  removed: (at: number) => void;
}

/**
 * Keeps the keyboard where somebody works: without it the focus would stay on the button below what was
 * just added, or be nowhere once the button that removed something is gone with it.
 */
export function useItemFocus<E extends HTMLElement>(): ItemFocus<E> {
  const area = useRef<E>(null);
  const wanted = useRef<Wanted>(undefined);
  // After each drawing, and only what a press asked for: nothing moves the focus by itself.
  useLayoutEffect(() => {
    if (!wanted.current || !area.current) return;
    placeOf(area.current, wanted.current)?.focus();
    wanted.current = undefined;
  });
  return {
    area,
    added: () => void (wanted.current = { is: 'added' }),
    removed: (at) => void (wanted.current = { is: 'removed', at }),
  };
}
