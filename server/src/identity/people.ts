import type { AccountAnswer } from '@emulation/shared';
import type { Clock } from '../board/clock.ts';
import type { Credentials } from './credentials.ts';
import type { PeopleStore } from './store/people-store.ts';

/** A person as the store of people has them: names are told to few. */
export interface PersonRow {
  id: string;
  name: string;
  operator: boolean;
}

/** A browser or phone that is signed in. */
export interface SessionRow {
  id: string;
  person: string;
  device: string;
  signedInAt: Date;
  seenAt: Date;
  expiresAt: Date;
}

interface StoredSession {
  id: string;
  token: string;
  userId: string;
  userAgent?: string | null;
  createdAt: Date;
  seenAt?: Date | null;
  expiresAt: Date;
}

interface StoredPasskey {
  id: string;
  name?: string | null;
  createdAt?: Date | null;
}

const rowOf = (session: StoredSession): SessionRow => ({
  id: session.id,
  person: session.userId,
  device: session.userAgent ?? '',
  signedInAt: session.createdAt,
  seenAt: session.seenAt ?? session.createdAt,
  expiresAt: session.expiresAt,
});

/** The library asks for an address; here there are none, so each is one that can never exist. */
const noAddress = (): string => `${crypto.randomUUID()}@person.invalid`;

const manyAtOnce = 500;

/** People and what they are signed in with, as stewards and they themselves manage them. */
export class People {
  readonly #store: PeopleStore;
  readonly #credentials: Pick<Credentials, 'end'>;
  readonly #clock: Clock;

  constructor(store: PeopleStore, credentials: Pick<Credentials, 'end'>, clock: Clock) {
    this.#store = store;
    this.#credentials = credentials;
    this.#clock = clock;
  }

  /** Makes an account without any way in: whoever calls opens a session for it. */
  async create({ name, operator = false }: { name: string; operator?: boolean }): Promise<string> {
    const user = await this.#store.ask(({ internalAdapter }) =>
      internalAdapter.createUser(
        { name, email: noAddress(), emailVerified: false, operator },
        { method: 'admin' },
      ),
    );
    return user.id;
  }

  async find(ids: readonly string[]): Promise<Map<string, PersonRow>> {
    const rows = await this.#many<PersonRow>('user', 'id', ids);
    return new Map(rows.map((row) => [row.id, { ...row, operator: row.operator === true }]));
  }

  /** Sessions that have not ended, the latest seen first. */
  async sessionsOf(persons: readonly string[]): Promise<SessionRow[]> {
    const rows = await this.#many<StoredSession>('session', 'userId', persons);
    return rows
      .map(rowOf)
      .filter(({ expiresAt }) => expiresAt.getTime() > Date.now())
      .sort((a, b) => b.seenAt.getTime() - a.seenAt.getTime());
  }

  /** Which of the sessions still hold. */
  async alive(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.#many<StoredSession>('session', 'id', ids);
    const now = Date.now();
    return new Set(rows.filter(({ expiresAt }) => expiresAt.getTime() > now).map(({ id }) => id));
  }

  /** Ends them on every node. */
  async endSessions(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.#store.ask(({ adapter }) =>
      adapter.deleteMany({
        model: 'session',
        where: [{ field: 'id', operator: 'in', value: [...ids] }],
      }),
    );
    this.#credentials.end(ids);
  }

  /** Whoever stays signed in for less long from now on: no session outlives it. */
  async shorten(persons: readonly string[], days: number): Promise<void> {
    for (const { id, signedInAt, expiresAt } of await this.sessionsOf(persons)) {
      const latest = new Date(signedInAt.getTime() + days * 24 * 3_600_000);
      if (latest < expiresAt) await this.#updateSession(id, { expiresAt: latest });
    }
  }

  async rename(person: string, name: string): Promise<void> {
    await this.#store.ask(({ internalAdapter }) => internalAdapter.updateUser(person, { name }));
  }

  /** Notes that a session is in use. */
  async seen(session: string): Promise<void> {
    await this.#updateSession(session, { seenAt: new Date(this.#clock.now()) });
  }

  /** The own account of a person; `undefined` once it was erased. */
  async account(person: string): Promise<AccountAnswer | undefined> {
    const [user] = await this.#many<PersonRow & { username?: string | null }>('user', 'id', [
      person,
    ]);
    if (!user) return undefined;
    const { password = false } = (await this.waysIn([person])).get(person) ?? {};
    const keys = await this.#many<StoredPasskey>('passkey', 'userId', [person]);
    const passkeys = keys.map(({ id, name, createdAt }) => ({
      id,
      name: name ?? '',
      createdAt: (createdAt ?? new Date(0)).toISOString(),
    }));
    const named = user.username ? { signInName: user.username } : {};
    return { name: user.name, ...named, password, passkeys };
  }

  async isNameTaken(name: string, byOtherThan: string): Promise<boolean> {
    const found = await this.#many<{ id: string }>('user', 'username', [name.toLowerCase()]);
    return found.some(({ id }) => id !== byOtherThan);
  }

  async nameForSignIn(person: string, name: string): Promise<void> {
    await this.#store.ask(({ adapter }) =>
      adapter.update({
        model: 'user',
        where: [{ field: 'id', value: person }],
        update: { username: name.toLowerCase(), displayUsername: name },
      }),
    );
  }

  /** Whether nobody else is a steward of the whole server. */
  async isLastOperator(person: string): Promise<boolean> {
    const operators = await this.#store.ask(({ adapter }) =>
      adapter.findMany<PersonRow>({
        model: 'user',
        where: [{ field: 'operator', value: true }],
        limit: 2,
      }),
    );
    return operators.length > 0 && operators.every(({ id }) => id === person);
  }

  /** Everything that is kept of a person; it can be done again where it broke off. */
  async erase(person: string): Promise<void> {
    const sessions = await this.sessionsOf([person]);
    await this.#store.ask(async ({ adapter }) => {
      const own = [{ field: 'id', value: person }];
      const data = { id: person, erasedAt: new Date(this.#clock.now()) };
      if (!(await adapter.findOne({ model: 'erasure', where: own })))
        await adapter.create({ model: 'erasure', data, forceAllowId: true });
      const where = [{ field: 'userId', value: person }];
      await adapter.deleteMany({ model: 'passkey', where });
      await adapter.deleteMany({ model: 'account', where });
      await adapter.deleteMany({ model: 'user', where: own });
      // Last: until the name is gone they can ask once more themselves.
      await adapter.deleteMany({ model: 'session', where });
    });
    this.#credentials.end(sessions.map(({ id }) => id));
    await this.#store.scrub();
  }

  /** False where the person has no such passkey. */
  async forgetPasskey(person: string, id: string): Promise<boolean> {
    const count = await this.#store.ask(({ adapter }) =>
      adapter.deleteMany({
        model: 'passkey',
        where: [
          { field: 'id', value: id },
          { field: 'userId', value: person },
        ],
      }),
    );
    return count > 0;
  }

  /** Passwords and passkeys of people: how they can come back. */
  async waysIn(
    persons: readonly string[],
  ): Promise<Map<string, { password: boolean; passkeys: number }>> {
    const accounts = await this.#many<{ userId: string; providerId: string; password?: string }>(
      'account',
      'userId',
      persons,
    );
    const passkeys = await this.#many<{ userId: string }>('passkey', 'userId', persons);
    return new Map(
      persons.map((person) => [
        person,
        {
          password: accounts.some(
            (one) => one.userId === person && one.providerId === 'credential' && !!one.password,
          ),
          passkeys: passkeys.filter(({ userId }) => userId === person).length,
        },
      ]),
    );
  }

  async #updateSession(id: string, update: Record<string, Date>): Promise<void> {
    await this.#store.ask(({ adapter }) =>
      adapter.update({ model: 'session', where: [{ field: 'id', value: id }], update }),
    );
  }

  async #many<T>(model: string, field: string, values: readonly string[]): Promise<T[]> {
    const rows: T[] = [];
    for (let at = 0; at < values.length; at += manyAtOnce) {
      const value = values.slice(at, at + manyAtOnce);
      const page = await this.#store.ask(({ adapter }) =>
        adapter.findMany<T>({
          model,
          where: [{ field, operator: 'in', value }],
          // It would stop at a hundred.
          limit: 1_000_000,
        }),
      );
      rows.push(...page);
    }
    return rows;
  }
}
