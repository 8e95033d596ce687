import type { Appliers, Effect } from '../board/effect.ts';
import type { FactType } from '../ledger/entry.ts';

type HonourFactType = Extract<FactType, `${'title' | 'honour'}.${string}`>;

const unfit = (reason: string): Effect => ({ happenings: [], unfit: reason });

/** How facts about titles and honours change the board. */
export const honourAppliers: Appliers<HonourFactType> = {
  'title.put': ({ books }, { type: _, ...title }) => {
    books.honours.titles.set(title.id, title);
    return { happenings: [], areas: ['honours'] };
  },
  'title.removed': ({ books }, { id }) => {
    if (!books.honours.titles.delete(id)) return unfit('unknown-title');
    return { happenings: [], areas: ['honours'] };
  },
  'honour.awarded': (state, { type: _, ...honour }, entry) => {
    const { titles, honours } = state.books.honours;
    if (honours.has(honour.id)) return unfit('conflict');
    const won = titles.get(honour.title);
    if (!won || !state.units.has(honour.unit)) return unfit('unknown-id');
    honours.set(honour.id, { ...honour, titleName: won.name, seq: entry.seq, at: entry.at });
    const { id, title, unit, citation, drive = null } = honour;
    return {
      happenings: [{ kind: 'honour', honour: id, title, unit, citation, drive }],
      areas: ['honours'],
      units: [unit],
    };
  },
  'honour.withdrawn': ({ books }, { id, reason }, entry) => {
    const honour = books.honours.honours.get(id);
    if (!honour || honour.withdrawn) return unfit('conflict');
    honour.withdrawn = { at: entry.at, reason };
    const { title, unit } = honour;
    return {
      happenings: [{ kind: 'honour-withdrawn', honour: id, title, unit, reason }],
      areas: ['honours'],
      units: [unit],
    };
  },
};
