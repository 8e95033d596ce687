import type { Appliers, Effect } from '../board/effect.ts';

const changed: Effect = { happenings: [], areas: ['members'] };
const nothing: Effect = { happenings: [] };

/** How the facts of membership are applied. */
export const memberAppliers: Appliers<
  'member.set' | 'member.removed' | 'invitation.made' | 'invitation.withdrawn' | 'sign-in.ruled'
> = {
  'member.set': ({ books }, { person, role, units = [], group }, { at }) => {
    const since = books.members.people.get(person)?.since ?? at;
    const brought = group === undefined ? {} : { group };
    books.members.people.set(person, { role, units, since, ...brought });
    return changed;
  },
  'member.removed': ({ books }, { person, erased = false }, { at }) => {
    books.members.people.delete(person);
    if (erased) books.members.erased.set(person, at);
    return changed;
  },
  // They stand in the ledger for whoever asks later who let whom in.
  'invitation.made': () => nothing,
  'invitation.withdrawn': () => nothing,
  'sign-in.ruled': ({ books }, { days }) => {
    books.members.signedInDays = days;
    return changed;
  },
};
