export interface Page {
  status: number;
  url: string;
  text: string;
  /** Where it leads on to, as it was said. */
  location: string | null;
}

/** As much of a browser as signing in takes: cookies by host, redirects, and forms. */
export class Browser {
  readonly #cookies = new Map<string, Map<string, string>>();

  /** One request, with the cookies of its host. */
  async ask(url: string, init: RequestInit = {}): Promise<Page> {
    const { host } = new URL(url);
    const cookies = this.#cookies.get(host) ?? new Map<string, string>();
    this.#cookies.set(host, cookies);
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
    const headers = { ...Object.fromEntries(new Headers(init.headers)), cookie };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(set) || value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const location = response.headers.get('location');
    return { status: response.status, url, text: await response.text(), location };
  }

  /** Follows redirects until a page, or until `isThere` says so of an address. */
  async visit(
    url: string,
    isThere: (url: string) => boolean = () => false,
    init: RequestInit = {},
  ): Promise<Page> {
    let page = await this.ask(url, init);
    for (let hops = 0; hops < 20 && page.location !== null; hops++) {
      const next = new URL(page.location, page.url).href;
      if (isThere(next)) return { ...page, url: next };
      page = await this.ask(next);
    }
    return page;
  }

  /** Sends the form of a page with what was typed. */
  async send(page: Page, typed: Record<string, string>, isThere?: (url: string) => boolean) {
    const action = /action="([^"]+)"/.exec(page.text)?.[1] ?? page.url;
    const hidden = [...page.text.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value] as const,
    );
    const body = new URLSearchParams({ ...Object.fromEntries(hidden), ...typed });
    return this.visit(new URL(action, page.url).href, isThere, { method: 'POST', body });
  }
}
