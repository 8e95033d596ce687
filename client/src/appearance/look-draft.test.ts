import { expect, it } from 'vitest';
import { draftOf, faultOf, lookBodyOf, shownColour, tidyColour } from './look-draft.ts';

it('[BL5] a colour is taken as it is meant, and what stands against it is told while it is typed', () => {
  expect(tidyColour(' D92A1C')).toBe('#d92a1c');
  expect([faultOf(''), faultOf('#d92a1c'), faultOf('#d92a')]).toEqual([
    undefined,
    undefined,
    { kind: 'unreadable' },
  ]);
  expect(faultOf('#ffffff')).toMatchObject({ kind: 'lost', ground: 'light' });
  expect([shownColour('#FFCC00'), shownColour('#ffffff'), shownColour('')]).toEqual([
    '#ffcc00',
    undefined,
    undefined,
  ]);
});

it('[BL5] what is empty is left out of the body', () => {
  expect(lookBodyOf(draftOf({}))).toEqual({});
  const logo = { id: 'a'.repeat(64), width: 10, height: 10, alt: '  ' };
  const draft = { ...draftOf({ accent: '#d92a1c', logo }), language: 'ko' };
  expect(lookBodyOf(draft)).toEqual({ accent: '#d92a1c', logo: { id: logo.id }, language: 'ko' });
});
