import type { InvitationAnswer, InvitationBody, MemberRole } from '@emulation/shared';
import type { Clock } from '../board/clock.ts';
import { createSecret, digest } from './secret.ts';
import type { InvitationRow } from './store/board-plugin.ts';
import type { PeopleStore } from './store/people-store.ts';

export interface Invitation {
  id: string;
  board: string;
  role: MemberRole;
  units: string[];
  uses: number;
  usesLeft: number;
  createdAt: Date;
  expiresAt: Date;
  state: InvitationAnswer['state'];
}

export type OpenedLink =
  | { kind: 'open'; invitation: Invitation }
  /** It was one, and is used up, too old or taken back. */
  | { kind: 'spent' }
  | { kind: 'unknown' };

const dayMs = 24 * 3_600_000;
const model = 'invitation';
/** The oldest are not listed any more; their facts stand in the ledger. */
const maxListed = 1000;

/** Links that let somebody in, without a mail server. Of a link only its hash is kept. */
export class Invitations {
  readonly #store: PeopleStore;
  readonly #clock: Clock;

  constructor(store: PeopleStore, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  async make(
    board: string,
    { role, units = [], uses, days }: InvitationBody,
  ): Promise<{ invitation: Invitation; token: string }> {
    const token = createSecret();
    const createdAt = new Date(this.#clock.now());
    const data = {
      board,
      role,
      units: JSON.stringify(units),
      tokenHash: digest(token),
      uses,
      usesLeft: uses,
      createdAt,
      expiresAt: new Date(createdAt.getTime() + days * dayMs),
    };
    const row = await this.#store.ask(({ adapter }) =>
      adapter.create<typeof data, InvitationRow>({ model, data }),
    );
    return { invitation: this.#read(row), token };
  }

  async list(board: string): Promise<Invitation[]> {
    const rows = await this.#store.ask(({ adapter }) =>
      adapter.findMany<InvitationRow>({
        model,
        where: [{ field: 'board', value: board }],
        sortBy: { field: 'createdAt', direction: 'desc' },
        limit: maxListed,
      }),
    );
    return rows.map((row) => this.#read(row));
  }

  /** What a link leads to: looking uses nothing up, as previews of messages look, too. */
  async open(token: string): Promise<OpenedLink> {
    const row = await this.#store.ask(({ adapter }) =>
      adapter.findOne<InvitationRow>({
        model,
        where: [{ field: 'tokenHash', value: digest(token) }],
      }),
    );
    if (!row) return { kind: 'unknown' };
    const invitation = this.#read(row);
    return invitation.state === 'open' ? { kind: 'open', invitation } : { kind: 'spent' };
  }

  /** Uses a link once: of several who come at once, as many get in as it has uses left. */
  async take(token: string): Promise<OpenedLink> {
    const opened = await this.open(token);
    if (opened.kind !== 'open') return opened;
    const row = await this.#store.ask(({ adapter }) =>
      adapter.incrementOne<InvitationRow>({
        model,
        where: [
          { field: 'id', value: opened.invitation.id },
          { field: 'usesLeft', operator: 'gt', value: 0 },
        ],
        increment: { usesLeft: -1 },
      }),
    );
    return row ? opened : { kind: 'spent' };
  }

  /** Gives back what `take` took, where nobody came in by it after all. */
  async giveBack({ id }: Invitation): Promise<void> {
    await this.#store.ask(({ adapter }) =>
      adapter.incrementOne({
        model,
        where: [{ field: 'id', value: id }],
        increment: { usesLeft: 1 },
      }),
    );
  }

  /** Takes it back; false where the board has no such invitation. */
  async withdraw(board: string, id: string): Promise<Invitation | undefined> {
    const withdrawnAt = new Date(this.#clock.now());
    const row = await this.#store.ask(({ adapter }) =>
      adapter.update<InvitationRow>({
        model,
        where: [
          { field: 'id', value: id },
          { field: 'board', value: board },
        ],
        update: { withdrawnAt },
      }),
    );
    return row ? this.#read(row) : undefined;
  }

  #read(row: InvitationRow): Invitation {
    const { id, board, uses, usesLeft, createdAt, expiresAt } = row;
    // Only `make` writes them.
    const units = JSON.parse(row.units) as string[];
    const role = row.role as MemberRole;
    return {
      id,
      board,
      role,
      units,
      uses,
      usesLeft,
      createdAt,
      expiresAt,
      state: this.#stateOf(row),
    };
  }

  #stateOf({ withdrawnAt, usesLeft, expiresAt }: InvitationRow): Invitation['state'] {
    if (withdrawnAt) return 'withdrawn';
    if (usesLeft < 1) return 'used';
    return expiresAt.getTime() <= this.#clock.now() ? 'expired' : 'open';
  }
}
