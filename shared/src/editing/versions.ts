import type { Fact } from '../ledger/entry.ts';

/** What two stewards may edit at once, and be told of. Drives count their own versions. */
export const editedKinds = [
  'sector',
  'unit',
  'metric',
  'standard',
  'title',
  'playlist',
  'display',
  'webhook',
  'mapping',
  'member',
  'look',
  'calendar',
  'verification-rules',
  'embedding',
  'sign-in',
  'privacy',
] as const;
export type EditedKind = (typeof editedKinds)[number];

/** How often each of them was written, by `kind:id`; what was removed counts from the beginning. */
export type Versions = Map<string, number>;

export const editedKey = (kind: EditedKind, id: string): string => `${kind}:${id}`;

const ownKinds: ReadonlyMap<string, EditedKind> = new Map([
  ['sector.put', 'sector'],
  ['unit.put', 'unit'],
  ['metric.put', 'metric'],
  ['title.put', 'title'],
  ['title.removed', 'title'],
  ['playlist.put', 'playlist'],
  ['playlist.removed', 'playlist'],
  ['display.named', 'display'],
  ['display.removed', 'display'],
  ['webhook.put', 'webhook'],
  ['webhook.removed', 'webhook'],
  ['mapping.put', 'mapping'],
  ['mapping.removed', 'mapping'],
]);

/** Of these a board has one. */
const singleKinds: ReadonlyMap<string, EditedKind> = new Map([
  ['look.put', 'look'],
  ['calendar.put', 'calendar'],
  ['verification.ruled', 'verification-rules'],
  ['embedding.put', 'embedding'],
  ['sign-in.ruled', 'sign-in'],
  ['privacy.ruled', 'privacy'],
]);

/** Kinds of which a board has one: they have no id. */
export const isSingle = (kind: EditedKind): boolean => [...singleKinds.values()].includes(kind);

/** What a fact writes or removes, where that is something with a version. */
export function editedBy(fact: Fact): string | undefined {
  if (fact.type === 'standard.raised' || fact.type === 'standard.lowered')
    return editedKey('standard', fact.metric);
  if (fact.type === 'member.set' || fact.type === 'member.removed')
    return editedKey('member', fact.person);
  const single = singleKinds.get(fact.type);
  if (single !== undefined) return editedKey(single, '');
  const kind = ownKinds.get(fact.type);
  return kind !== undefined && 'id' in fact && fact.id !== undefined
    ? editedKey(kind, fact.id)
    : undefined;
}

/** The same fact without what it replaces, which is no part of what it writes. */
export function withoutReplaced(fact: Fact): Fact {
  if (!('replaces' in fact) || fact.type === 'drive.put') return fact;
  const { replaces: _, ...bare } = fact;
  return bare;
}

/** Whether a fact was written over a version that no longer stands. */
export function isOvertaken(versions: Versions, fact: Fact): boolean {
  const key = editedBy(fact);
  if (key === undefined || !('replaces' in fact) || fact.replaces === undefined) return false;
  return fact.replaces !== (versions.get(key) ?? 0);
}

export function countVersion(versions: Versions, fact: Fact): void {
  const key = editedBy(fact);
  if (key === undefined) return;
  if (fact.type.endsWith('.removed')) versions.delete(key);
  else versions.set(key, (versions.get(key) ?? 0) + 1);
}
