import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** WCAG 2.2, levels A and AA, with what axe counts as good practice. */
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** In place of the source of axe, half a megabyte: it is sent twice for each analysis otherwise. */
const nothing = ';';

/** Whether the document has axe from an analysis before, and no frame that would need it as well. */
async function hasAxe(page: Page): Promise<boolean> {
  return page.frames().length === 1 && (await page.evaluate(() => 'axe' in window));
}

/** What axe finds on the page as it is, in words; in its legacy mode it opens no page of its own. */
export async function axeFaults(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page, ...((await hasAxe(page)) ? { axeSource: nothing } : {}) })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .withTags(standards);
  const { violations } = await axe.analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join('\n')}`,
  );
}
