import type { Api } from './api.ts';

interface KnownRoute {
  pattern: RegExp;
  methods: Set<string>;
}

/** Which methods an address takes, to tell a wrong method from a wrong address. */
export class KnownRoutes {
  readonly #routes = new Map<string, KnownRoute>();

  constructor(api: Api) {
    api.addHook('onRoute', ({ url, method }) => {
      if (url.includes('*')) return;
      const pattern = new RegExp(`^${url.replaceAll(/[.]/g, '\\.').replaceAll(/:\w+/g, '[^/]+')}$`);
      const route = this.#routes.get(url) ?? { pattern, methods: new Set() };
      for (const name of [method].flat()) route.methods.add(name);
      this.#routes.set(url, route);
    });
  }

  methodsOf(path: string): string[] {
    const methods = new Set<string>();
    for (const route of this.#routes.values())
      if (route.pattern.test(path)) for (const method of route.methods) methods.add(method);
    return [...methods].sort();
  }
}
