import { createHash, randomUUID } from 'node:crypto';
import { isUndone, type BoardState } from '@emulation/shared';
import type { CommitOutcome } from '../http/deps.ts';
import type { Draft, Ledger } from '../ledger/ledger.ts';
import type { ImportAnswer } from './answer.ts';
import type { ImportFile } from './file-reader.ts';
import type { ProblemList } from './line-problem.ts';
import { enclose, planImport, type ImportPlan, type PlannedFact, type PlanInput } from './plan.ts';
import { countRecords, previewRecords } from './record-count.ts';
import { keyAgain, keyRows } from './row-key.ts';
import { surveyRows } from './survey.ts';

export interface ImportHost {
  readonly state: BoardState;
  commit(drafts: Draft[], onRepeat: 'refuse' | 'skip'): Promise<CommitOutcome>;
}

export interface ImportRequest {
  host: ImportHost;
  file: ImportFile;
  actor: string;
  /** ms since the epoch. */
  now: number;
  /** Of the file. */
  name?: string | undefined;
}

export type ImportOutcome =
  | { kind: 'imported'; answer: ImportAnswer }
  | { kind: 'refused'; problems: ProblemList }
  | { kind: 'unknown-board' };

const nothing: ImportAnswer['added'] = { sectors: 0, units: 0, metrics: 0, results: 0 };

/** How often a plan is made anew when the board moved on while it was made. */
const maxPlans = 3;

interface Prepared {
  plan: ImportPlan;
  problems: ProblemList;
  state: BoardState;
}

function draftsOf(plan: ImportPlan, { actor, now }: ImportRequest): Draft[] {
  const at = new Date(now).toISOString();
  const rows = createHash('sha256');
  for (const { key } of plan.facts) rows.update(key ?? '');
  // Two nodes that get the same file at once announce it once.
  const digest = rows.digest('hex');
  const bounds = {
    'import.opened': `import-opened:${digest}`,
    'import.closed': `import:${digest}`,
  };
  return plan.facts.map(({ fact, key }: PlannedFact): Draft => {
    const isBound = fact.type === 'import.opened' || fact.type === 'import.closed';
    const once = isBound ? bounds[fact.type] : key;
    return { fact, actor, at, ...(once === undefined ? {} : { key: once }) };
  });
}

/** Makes imports of one board wait for each other, so that each sees what the last one added. */
export class ImportDesk {
  private readonly ledger: Pick<Ledger, 'knownKeys'>;
  private readonly last = new Map<string, Promise<unknown>>();

  constructor(ledger: Pick<Ledger, 'knownKeys'>) {
    this.ledger = ledger;
  }

  /** What the file would add. Nothing is changed, and problems are part of the answer. */
  async preview(request: ImportRequest): Promise<ImportAnswer> {
    const { file, now } = request;
    const { plan, problems, state } = await this.prepare(request);
    const facts = problems.count > 0 ? [] : plan.facts;
    const records = await previewRecords(state, facts, new Date(now).toISOString());
    const { duplicates } = plan;
    // All or nothing: of a file with a bad line nothing would be added.
    const added = problems.count > 0 ? nothing : plan.added;
    const { lines, header } = file;
    const found = problems.list();
    return { seq: state.seq, added, duplicates, records, lines, header, problems: found };
  }

  /** Adds the whole file in one append, or nothing. */
  async import(request: ImportRequest): Promise<ImportOutcome> {
    const { board } = request.host.state;
    const before = this.last.get(board);
    const run = (async () => {
      await before?.catch(() => undefined);
      return this.importNow(request);
    })();
    this.last.set(board, run);
    try {
      return await run;
    } finally {
      if (this.last.get(board) === run) this.last.delete(board);
    }
  }

  private async importNow(request: ImportRequest): Promise<ImportOutcome> {
    const { host, file } = request;
    // Bad lines are told together with those that only the board can tell of.
    const { plan, problems, state } = await this.prepare(request);
    if (problems.count > 0) return { kind: 'refused', problems };
    const { added, duplicates } = plan;
    const answer = {
      seq: state.seq,
      added,
      duplicates,
      records: 0,
      lines: file.lines,
      problems: [],
    };
    if (plan.facts.length === 0) return { kind: 'imported', answer };
    const outcome = await host.commit(draftsOf(plan, request), 'skip');
    if (outcome.kind === 'unknown-board') return outcome;
    if (outcome.kind !== 'committed') throw new Error(`an import was answered: ${outcome.kind}`);
    const results = outcome.entries.filter(({ fact }) => fact.type === 'result.posted').length;
    return {
      kind: 'imported',
      answer: {
        ...answer,
        seq: outcome.entries.at(-1)?.seq ?? state.seq,
        added: { ...added, results },
        // What another node added meanwhile was left out.
        duplicates: duplicates + added.results - results,
        records: countRecords(outcome.applied),
      },
    };
  }

  /**
   * Which rows are on the board already. Those of an import that was undone are not: they get
   * another key, and so are results of their own when they come again.
   */
  private async knownRows(state: BoardState, keys: string[]): Promise<Set<string>> {
    const { board, books } = state;
    const known = new Set<string>();
    let open = [...keys.keys()];
    for (let round = 1; open.length > 0; round++) {
      // There is a key for each row.
      const asked = open.map((index) => keys[index]!);
      const holders = await this.ledger.knownKeys(board, asked);
      const again: number[] = [];
      for (const index of open) {
        const key = keys[index]!;
        const seq = holders.get(key);
        if (seq === undefined) continue;
        if (isUndone(books.imports, seq)) again.push(index);
        else known.add(key);
      }
      for (const index of again) keys[index] = keyAgain(keys[index]!.replace(/~\d+$/, ''), round);
      open = again;
    }
    return known;
  }

  private async prepare(request: ImportRequest): Promise<Prepared> {
    const { host, file } = request;
    const { rows } = file;
    const given = await keyRows(rows);
    for (let plans = 1; ; plans++) {
      const { state } = host;
      const { seq } = state;
      const keys = [...given];
      const known = await this.knownRows(state, keys);
      const problems = file.problems.copy();
      // There is a key for each row.
      const survey = await surveyRows(rows, (index) => !known.has(keys[index]!), problems);
      const input: PlanInput = { rows, keys, known, survey };
      const plan = await planImport(state, input, problems);
      const { id, name } = { id: randomUUID(), name: request.name };
      enclose(plan, { id, lines: file.lines, ...(name === undefined ? {} : { name }) });
      const isCurrent = host.state === state && state.seq === seq;
      if (isCurrent || plans === maxPlans) return { plan, problems, state };
    }
  }
}
