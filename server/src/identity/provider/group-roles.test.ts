import { expect, it } from 'vitest';
import { groupsIn, rolesBy } from './group-roles.ts';

it('[ID15] groups are read from a list or a name, at a claim or within one', () => {
  expect(groupsIn({ groups: ['a', 'b', 3, null] }, 'groups')).toEqual(['a', 'b']);
  expect(groupsIn({ groups: 'a' }, 'groups')).toEqual(['a']);
  expect(groupsIn({ 'https://id.example/groups': ['a'] }, 'https://id.example/groups')).toEqual([
    'a',
  ]);
  expect(groupsIn({ realm_access: { roles: ['a'] } }, 'realm_access.roles')).toEqual(['a']);
  for (const claims of [{}, { groups: {} }, { groups: null }])
    expect(groupsIn(claims, 'groups')).toEqual([]);
  expect(groupsIn({}, 'constructor.name')).toEqual([]);
});

it('[ID15] of several roles for a board the first that fits holds, and leaders lead the units of all', () => {
  const leader = (group: string, ...units: string[]) =>
    ({ group, board: 'plant', role: 'leader', units }) as const;
  const roles = [
    { group: 'wards', board: 'plant', role: 'steward' } as const,
    leader('press', 'b', 'a'),
    leader('paint', 'c', 'a'),
    { group: 'press', board: 'mill', role: 'spectator' } as const,
  ];
  expect([...rolesBy(['paint', 'press'], roles)]).toEqual([
    ['plant', { group: 'press', role: 'leader', units: ['a', 'b', 'c'] }],
    ['mill', { group: 'press', role: 'spectator', units: [] }],
  ]);
  expect(rolesBy(['press', 'wards'], roles).get('plant')).toMatchObject({
    role: 'steward',
    units: [],
  });
  expect([...rolesBy(['canteen'], roles)]).toEqual([]);
});
