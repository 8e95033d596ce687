import { createHash } from 'node:crypto';

export interface StyledPage {
  html: string;
  /** Rules for the elements that had a style of their own. */
  css: string;
}

/** The name of a sheet in a content security policy. */
export const hashOf = (css: string): string =>
  `'sha256-${createHash('sha256').update(css).digest('base64')}'`;

const unescaped = (text: string) =>
  text.replace(/&(amp|quot|#x27|lt|gt);/g, (_, name: string) =>
    name === 'amp'
      ? '&'
      : name === 'quot'
        ? '"'
        : name === '#x27'
          ? "'"
          : name === 'lt'
            ? '<'
            : '>',
  );

/**
 * The policy lets no element carry a style of its own; scripts set theirs past it. In a page that
 * comes as text they become rules of one sheet, which the policy is told by its hash.
 */
export function gatherStyles(html: string): StyledPage {
  const names = new Map<string, number>();
  const marked = html.replace(/ style="([^"]*)"/g, (_, style: string) => {
    const name = names.get(style) ?? names.size;
    names.set(style, name);
    return ` data-first="${name}"`;
  });
  // As strong as a style of the element's own, whatever sheet comes later.
  const rules = [...names].map(
    ([style, name]) => `#root [data-first="${name}"]{${unescaped(style)}}`,
  );
  // Nothing in it may end the sheet.
  return { html: marked, css: rules.join('').replaceAll('<', '\\3c ') };
}
