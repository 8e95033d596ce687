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

/** After the fields have got their errors: the first of them gets the focus. */
export function useErrorFocus(form: RefObject<HTMLElement | null>, errors: object): void {
  useEffect(() => {
    if (Object.keys(errors).length > 0)
      form.current
        ?.querySelector<HTMLElement>('[aria-invalid="true"], [data-wrong="true"] input')
        ?.focus();
  }, [form, errors]);
}

/** Above the pad there is room for the number and what it means: they stand right under the top. */
export function useNumberInSight(field: RefObject<HTMLElement | null>, isWanted: boolean): void {
  useEffect(() => {
    if (!isWanted) return undefined;
    // After the page has gone to its top, as it does with every new form.
    const frame = requestAnimationFrame(() => field.current?.scrollIntoView({ block: 'start' }));
    return () => cancelAnimationFrame(frame);
  }, [field, isWanted]);
}
