import { createElement, lazy, type ComponentType, type ReactNode } from 'react';
import { loadWords } from './i18n/words.ts';

interface LazyPage<Props> {
  (props: Props): ReactNode;
  /** Fetched beforehand with its words, the page stands at once. */
  fetch: () => Promise<unknown>;
}

/** A page in a chunk of its own; its words are asked for at the same time, in one language. */
export function lazyPage<Props extends object, Name extends string>(
  load: () => Promise<Record<Name, ComponentType<Props>>>,
  name: Name,
  ...namespaces: readonly string[]
): LazyPage<Props> {
  let fetched: ComponentType<Props> | undefined;
  const fetch = async () => {
    const words = loadWords('common', ...namespaces);
    fetched = (await load())[name];
    return words;
  };
  const Later = lazy(async (): Promise<{ default: ComponentType<Props> }> => {
    void loadWords(...namespaces);
    return { default: (await load())[name] };
  });
  const Page = (props: Props) =>
    fetched ? createElement(fetched, props) : createElement(Later, props);
  return Object.assign(Page, { fetch });
}
