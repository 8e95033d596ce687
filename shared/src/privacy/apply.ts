import type { Appliers } from '../board/effect.ts';

export const privacyAppliers: Appliers<'privacy.ruled'> = {
  'privacy.ruled': ({ books }, { names, originsDays }) => {
    books.privacy = { names, originsDays };
    return { happenings: [] };
  },
};
