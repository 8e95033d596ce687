export interface Visit {
  /** With its query. */
  url: string;
  now: number;
  acceptLanguage: string | undefined;
  cookie: string | undefined;
}

/** As browsers send it: the first wish first. */
export function wishesOf({
  acceptLanguage = '',
  cookie = '',
}: Pick<Visit, 'acceptLanguage' | 'cookie'>) {
  const browser = acceptLanguage
    .split(',')
    .map((part) => part.split(';')[0]?.trim() ?? '')
    .filter((tag) => /^[a-zA-Z]{2,3}(?:-[\w-]{1,20})?$/.test(tag));
  const device = /(?:^|;\s*)emulation\.language=([\w-]{2,20})/.exec(cookie)?.[1];
  return { browser, device };
}
