import { createElement, lazy, Suspense, type ComponentType, type ReactNode } from 'react';

/**
 * Parts of the wall that its first picture does not need. They are fetched as soon as that stands,
 * not when their moment comes: the server may be gone by then.
 */
const loads: (() => Promise<unknown>)[] = [];

export function soon<Props extends object, Name extends string>(
  load: () => Promise<Record<Name, ComponentType<Props>>>,
  name: Name,
): (props: Props) => ReactNode {
  // The browser fetches a module once, however often it is asked for.
  loads.push(load);
  const Part = lazy(async (): Promise<{ default: ComponentType<Props> }> => {
    return { default: (await load())[name] };
  });
  return function Soon(props) {
    return <Suspense fallback={null}>{createElement(Part, props)}</Suspense>;
  };
}

/** To be called when the first picture stands; what does not come now is asked for when needed. */
export function fetchSoon(): void {
  for (const load of loads) load().catch(() => undefined);
}
