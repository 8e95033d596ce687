import type { Api } from '../api.ts';
import type { HttpDeps } from '../deps.ts';
import { deskTables } from './desk-tables.ts';
import { displayTables } from './display-tables.ts';
import { feedTable } from './feed-table.ts';
import { mappingTables } from './mapping-tables.ts';
import { peopleTables } from './people-tables.ts';
import { pulseTables } from './pulse-tables.ts';
import { rankingTables } from './ranking-tables.ts';
import { recognitionTables } from './recognition-tables.ts';
import { recordTables } from './record-tables.ts';
import { resultTables } from './result-tables.ts';
import { tokenTables } from './token-tables.ts';
import { vocabularyTables } from './vocabulary-tables.ts';

/** Every list of the API as a file: its address with `.csv` or `.xlsx` behind it. */
export function tableRoutes(api: Api, deps: HttpDeps): void {
  for (const tables of [
    rankingTables,
    recordTables,
    resultTables,
    feedTable,
    pulseTables,
    recognitionTables,
    tokenTables,
    vocabularyTables,
    peopleTables,
    deskTables,
    displayTables,
    mappingTables,
  ])
    tables(api, deps);
}
