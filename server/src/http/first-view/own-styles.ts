import { createHash } from 'node:crypto';

export interface StyledPage {
  html: string;
  /** Rules for the elements that had a style of their own. */
  css: string;
  /** Their name in a content security policy. */
  hash: string;
}

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
  const rules = [...names].map(([style, name]) => `[data-first="${name}"]{${unescaped(style)}}`);
  // Nothing in it may end the sheet.
  const css = rules.join('').replaceAll('<', '\\3c ');
  const hash = `'sha256-${createHash('sha256').update(css).digest('base64')}'`;
  return { html: marked, css, hash };
}
