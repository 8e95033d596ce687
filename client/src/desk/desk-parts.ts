import type { Vocabulary } from '../store/board-store.ts';

/** What every part of the desk is given. */
export interface DeskParts {
  board: string;
  vocabulary: Vocabulary;
}

/** Lists of the desk itself; everything else has a page of its own. */
export const deskLists = [
  'sectors',
  'units',
  'metrics',
  'experiences',
  'standstill',
  'imports',
  'privacy',
  'audit',
] as const;
export type DeskList = (typeof deskLists)[number];

export const isDeskList = (name: string | undefined): name is DeskList =>
  deskLists.some((list) => list === name);
