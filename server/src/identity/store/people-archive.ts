import type { PeopleStore } from './people-store.ts';

/** What of the store is worth keeping: no live sessions, and no questions that wait for an answer. */
const models = ['erasure', 'user', 'account', 'passkey', 'invitation'] as const;
type Model = (typeof models)[number];
export const isArchived = (model: string): model is Model => models.some((one) => one === model);

export interface ArchivedRow {
  model: Model;
  row: Record<string, unknown>;
}

/** It would stop at a hundred. */
const all = 1_000_000;

/** Dates travel as texts; every one of them is called something `At`. */
function withDates(row: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(row).map(([name, value]) => {
    const isDate = name.endsWith('At') && typeof value === 'string';
    return [name, isDate ? new Date(value) : value] as const;
  });
  return Object.fromEntries(entries);
}

/** People with their ways in, and invitations, out of the store and in again. */
export class PeopleArchive {
  readonly #store: PeopleStore;

  constructor(store: PeopleStore) {
    this.#store = store;
  }

  async read(): Promise<ArchivedRow[]> {
    const rows: ArchivedRow[] = [];
    for (const model of models) {
      const found = await this.#find(model, []);
      rows.push(...found.map((row) => ({ model, row })));
    }
    return rows;
  }

  /** Ids of people who were erased, and must not come back with an older backup. */
  async erased(): Promise<ReadonlySet<string>> {
    const rows = await this.#find('erasure', []);
    return new Set(rows.map(({ id }) => String(id)));
  }

  /**
   * Adds who is not here; who is here stays as they are, for that is newer. Of the erased, on
   * either side, nothing comes back.
   */
  async adopt(rows: readonly ArchivedRow[]): Promise<void> {
    for (const { model, row } of rows) if (model === 'erasure') await this.#addMissing(model, row);
    const erased = await this.erased();
    const here = new Set((await this.#find('user', [])).map(({ id }) => String(id)));
    const isNew = (id: unknown) => !here.has(String(id)) && !erased.has(String(id));
    for (const { model, row } of rows) {
      if (model === 'user' && isNew(row['id'])) await this.#addPerson(row);
      if ((model === 'account' || model === 'passkey') && isNew(row['userId']))
        await this.#addMissing(model, row);
      if (model === 'invitation') await this.#addMissing(model, row);
    }
  }

  /** Without the name for signing in where somebody else has taken it meanwhile. */
  async #addPerson(row: Record<string, unknown>): Promise<void> {
    const { username, displayUsername, ...rest } = row;
    const isTaken =
      typeof username === 'string' &&
      (await this.#find('user', [{ field: 'username', value: username }])).length > 0;
    await this.#addMissing('user', isTaken ? rest : { ...rest, username, displayUsername });
  }

  async #addMissing(model: Model, row: Record<string, unknown>): Promise<void> {
    const id = String(row['id']);
    if ((await this.#find(model, [{ field: 'id', value: id }])).length > 0) return;
    await this.#store.ask(({ adapter }) =>
      adapter.create({ model, data: withDates(row), forceAllowId: true }),
    );
  }

  #find(
    model: Model,
    where: { field: string; value: string }[],
  ): Promise<Record<string, unknown>[]> {
    return this.#store.ask(({ adapter }) =>
      adapter.findMany<Record<string, unknown>>({ model, where, limit: all }),
    );
  }
}
