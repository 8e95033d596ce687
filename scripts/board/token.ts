import { tokenRightSchema, type TokenAnswer, type TokenBody } from '@emulation/shared';
import { needed, textOf, UsageFault, wordAt, type Command, type Run } from './command.ts';

const listed = (text: string | undefined) => text?.split(',').map((one) => one.trim());

function bodyOf({ options }: Run): TokenBody {
  const right = tokenRightSchema.safeParse(textOf(options, 'right') ?? 'read');
  if (!right.success) throw new UsageFault('--right is read or post');
  const [units, metrics] = [listed(textOf(options, 'units')), listed(textOf(options, 'metrics'))];
  const days = textOf(options, 'days');
  return {
    name: needed(options, 'name'),
    right: right.data,
    ...(units === undefined ? {} : { units }),
    ...(metrics === undefined ? {} : { metrics }),
    // What is no number the server refuses, by its path.
    ...(days === undefined ? {} : { days: Number(days) }),
  };
}

async function make(run: Run, board: string): Promise<number> {
  const { token, secret } = await run.client.makeToken(board, bodyOf(run));
  run.talk.out(`${secret}\n`);
  run.talk.say(`${token.id}: ${token.name}. Its secret is told this once.`);
  return 0;
}

/** One a line, parts that tools can split at tabs. */
function lineOf({ id, name, right, units, metrics, expiresAt, lastUsedAt }: TokenAnswer): string {
  const scope = [units?.join(','), metrics?.join(',')].map((ids) => ids ?? '*').join(' ');
  const used = `used ${lastUsedAt ?? 'never'}`;
  return [id, right, scope, `until ${expiresAt ?? 'revoked'}`, used, name].join('\t');
}

async function list({ client, options, talk }: Run, board: string): Promise<number> {
  const of = options['displays'] === true ? 'screens' : 'machines';
  for (const token of (await client.listTokens(board, of)).tokens) talk.out(`${lineOf(token)}\n`);
  return 0;
}

async function revoke(run: Run, board: string): Promise<number> {
  const id = wordAt(run, 2, 'ID');
  await run.client.revokeToken(board, id);
  run.talk.say(`${id}: revoked`);
  return 0;
}

const acts = { make, list, revoke };
const isAct = (word: string): word is keyof typeof acts => Object.hasOwn(acts, word);

export const token: Command = {
  usage: 'make|list|revoke BOARD [ID]',
  summary: 'Make a token for a machine, list those there are, or revoke one',
  options: {
    name: { value: 'NAME', about: 'make: what it is for' },
    right: { value: 'read|post', about: 'make: read when left out' },
    units: { value: 'ID,ID', about: 'make: posts for these units alone' },
    metrics: { value: 'ID,ID', about: 'make: posts of these metrics alone' },
    days: { value: 'NUMBER', about: 'make: holds so long; until it is revoked when left out' },
    displays: { about: 'list: displays that were admitted, instead of machines' },
  },
  run: (run) => {
    const act = wordAt(run, 0, 'make, list or revoke');
    if (!isAct(act)) throw new UsageFault(`${act} is not make, list or revoke`);
    return acts[act](run, wordAt(run, 1, 'BOARD'));
  },
};
