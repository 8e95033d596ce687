import { useEffect, useRef, type RefObject } from 'react';

/** Hands the focus to a field of the form, and to `first` as the form opens. */
export function useFocus(form: RefObject<HTMLElement | null>, first: string | undefined) {
  const opening = useRef(first);
  const focus = (field: string) =>
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>(field)?.focus());
  useEffect(() => {
    const field = opening.current;
    if (field) form.current?.querySelector<HTMLElement>(field)?.focus({ preventScroll: true });
  }, [form]);
  return focus;
}
