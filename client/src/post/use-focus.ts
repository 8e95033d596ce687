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

/** `shown`: somewhere in the window, with what it means; otherwise right under the window's top. */
export type NumberSight = false | 'shown' | 'typed' | 'asked';

/** What lies at the window's bottom, the pad, the button or a question, leaves the number to be read. */
export function useNumberInSight(form: RefObject<HTMLElement | null>, sight: NumberSight): void {
  useEffect(() => {
    if (!sight) return undefined;
    // After the page has gone to its top, as it does with every new form.
    const frame = requestAnimationFrame(() => {
      const find = (part: string) => form.current?.querySelector<HTMLElement>(part);
      if (sight === 'shown') find('[data-forecast]')?.scrollIntoView({ block: 'nearest' });
      else find('#value')?.scrollIntoView({ block: 'start' });
    });
    return () => cancelAnimationFrame(frame);
  }, [form, sight]);
}
