import { useLayoutEffect, useRef, type RefObject } from 'react';

/** Where the focus goes once there is one more, or one less than `before`. */
type Wanted = { before: number } & ({ is: 'added' } | { is: 'removed'; at: number });

const items = '[data-item]';

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

function placeOf(area: HTMLElement, wanted: Wanted): HTMLElement | null | undefined {
  const all = area.querySelectorAll(items);
  const last = all[all.length - 1];
  const next = area.querySelector('[data-next]');
  if (wanted.is === 'added') return firstField(next ?? last ?? area);
  const stands = all[wanted.at] ?? last;
  const beside = stands && (among(stands, '[data-remove]') ?? firstField(stands));
  return beside ?? (next ? firstField(next) : area.querySelector<HTMLElement>('[data-add]'));
}

/** Somebody who went on elsewhere meanwhile stays there. */
const isHere = (area: HTMLElement, { activeElement }: Document) =>
  !activeElement || activeElement === document.body || area.contains(activeElement);

export interface ItemFocus<E extends HTMLElement> {
  /**
   * Around the items, each `data-item`, and what has the focus when there is none, `data-add`; or, where
   * an item is written before it is added, the fields of the next one, `data-next`.
   */
  area: RefObject<E | null>;
  added: () => void;
  /** The place of what is taken away, at once or when the server has done it; its button is `data-remove`. */
  removed: (at: number) => void;
}

/**
 * Keeps the keyboard where somebody works: without it the focus would stay on the button below what was
 * just added, or be nowhere once the button that removed something is gone with it.
 */
export function useItemFocus<E extends HTMLElement>(): ItemFocus<E> {
  const area = useRef<E>(null);
  const wanted = useRef<Wanted>(undefined);
  const count = () => area.current?.querySelectorAll(items).length ?? 0;
  // After each drawing, and only what a press asked for: nothing moves the focus by itself.
  useLayoutEffect(() => {
    if (!wanted.current || !area.current || count() === wanted.current.before) return;
    if (isHere(area.current, document)) placeOf(area.current, wanted.current)?.focus();
    wanted.current = undefined;
  });
  return {
    area,
    added: () => void (wanted.current = { is: 'added', before: count() }),
    removed: (at) => void (wanted.current = { is: 'removed', at, before: count() }),
  };
}
