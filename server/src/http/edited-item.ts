import type { BoardState, EditedKind, Merged, Retired } from '@emulation/shared';

/** That something is retired or merged is no part of what a form writes. */
function withoutLife(part: (Retired & Merged) | undefined): object | undefined {
  if (!part) return undefined;
  const { retired: _, mergedInto: __, formerly: ___, ...body } = part;
  return body;
}

type Find = (state: BoardState, id: string) => object | undefined;

const finders: Record<EditedKind, Find> = {
  sector: ({ sectors }, id) => withoutLife(sectors.get(id)),
  unit: ({ units }, id) => withoutLife(units.get(id)),
  metric: ({ metrics }, id) => withoutLife(metrics.get(id)?.metric),
  standard: ({ books }, id) => {
    const level = books.standards.get(id)?.levels.at(-1);
    return level && { value: level.value };
  },
  title: ({ books }, id) => books.honours.titles.get(id),
  playlist: ({ books }, id) => books.displays.playlists.get(id),
  display: ({ books }, id) => books.displays.displays.get(id),
  webhook: ({ books }, id) => {
    const webhook = books.machines.webhooks.get(id);
    if (!webhook) return undefined;
    // The address is told to nobody again.
    const { name, format, kinds, isOn } = webhook;
    return { name, format, kinds, isOn };
  },
  mapping: ({ books }, id) => books.machines.mappings.get(id),
  member: ({ books }, id) => {
    const member = books.members.people.get(id);
    return member && { role: member.role, units: member.units };
  },
  look: ({ books }) => books.look,
  calendar: ({ books }) => books.calendar,
  'verification-rules': ({ books }) => books.verification.rules,
  embedding: ({ books }) => books.embedding,
  'sign-in': ({ books }) => ({ days: books.members.signedInDays }),
  privacy: ({ books }) => books.privacy,
};

/** Something that stewards edit as it stands, in the form in which its `PUT` takes it. */
export function editedItem(
  state: BoardState,
  kind: EditedKind,
  id: string,
): Record<string, unknown> | undefined {
  const found = finders[kind](state, id);
  if (!found) return undefined;
  const { id: _, ...item } = { id, ...found };
  return item;
}
