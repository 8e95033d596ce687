import type { Rows } from '../row.ts';
import { drives, honours } from './drives.ts';
import { accounts, people } from './people.ts';
import { reading } from './reading.ts';
import { results } from './results.ts';
import { machines, screens } from './screens-and-machines.ts';
import { experiences, vocabulary } from './vocabulary.ts';
import { wholeServer } from './whole-server.ts';

/** Who may ask what of every route there is, by area. */
export const areas: Record<string, Rows> = {
  'the whole server': wholeServer,
  'what a board shows, as views and as files': reading,
  results,
  vocabulary,
  experiences,
  drives,
  honours,
  screens,
  machines,
  people,
  accounts,
};
