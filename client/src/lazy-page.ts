import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import { loadWords } from './i18n/words.ts';

/** A page in a chunk of its own; its words are asked for at the same time, in one language. */
export function lazyPage<Props, Name extends string>(
  load: () => Promise<Record<Name, ComponentType<Props>>>,
  name: Name,
  ...namespaces: readonly string[]
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => {
    loadWords(...namespaces);
    return { default: (await load())[name] };
  });
}
