import { parseArgs } from 'node:util';
import { ApiProblem, createClient } from '@emulation/client-sdk';
import { UsageFault, type Command, type Talk } from './command.ts';
import { backup, restore, verify } from './keeping.ts';
import { exportFile, importFile, post } from './results.ts';
import { seed } from './seed.ts';
import { token } from './token.ts';

const commands: Readonly<Record<string, Command>> = {
  post,
  import: importFile,
  export: exportFile,
  verify,
  backup,
  restore,
  token,
  seed,
};

const common = {
  server: { value: 'URL', about: 'the board’s address; BOARD_URL, or http://localhost:8080' },
  token: { value: 'TOKEN', about: 'a bearer token; BOARD_TOKEN is safer' },
  help: { about: 'this text' },
} as const;

const fallbackUrl = 'http://localhost:8080';

function overview(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(
    ([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`,
  );
  return [
    'usage: board COMMAND … [--server URL]',
    '',
    ...lines,
    '',
    '`board COMMAND --help` says more. The token comes from BOARD_TOKEN (or STEWARD_TOKEN).',
    'Exit codes: 0 done, 1 refused, 2 wrong usage, 3 the server does not answer.',
    '',
  ].join('\n');
}

function helpOf(name: string, { usage, summary, options }: Command): string {
  const all = Object.entries({ ...options, ...common }).map(([option, each]) => {
    const value = 'value' in each ? ` ${each.value}` : '';
    return [`--${option}${value}`, each.about] as const;
  });
  const width = Math.max(...all.map(([left]) => left.length));
  const lines = all.map(([left, about]) => `  ${left.padEnd(width)}  ${about}`);
  return [`usage: board ${name} ${usage}`.trim(), '', summary, '', ...lines, ''].join('\n');
}

function parse(command: Command, args: readonly string[]) {
  const known = Object.entries({ ...command.options, ...common });
  const options = Object.fromEntries(
    known.map(([name, each]) => [name, { type: 'value' in each ? 'string' : 'boolean' } as const]),
  );
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageFault(error instanceof Error ? error.message : String(error));
  }
}

/** What went wrong, in words that say what to do, and its exit code. */
function explain(error: unknown, server: string): [code: number, text: string] {
  if (error instanceof UsageFault) return [2, error.message];
  if (error instanceof ApiProblem && error.kind === 'unreachable')
    return [3, `${server} does not answer: is it the right address (--server, BOARD_URL)?`];
  if (error instanceof ApiProblem) {
    const { title, detail, errors = [] } = error.problem;
    const lines = errors.slice(0, 20).map(({ path, message }) => `  ${path}: ${message}`);
    const hint = error.status === 401 ? ['Set BOARD_TOKEN to a token of this server.'] : [];
    return [error.status >= 500 ? 3 : 1, [`${title}: ${detail}`, ...lines, ...hint].join('\n')];
  }
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
    return [2, `no such file: ${'path' in error ? String(error.path) : ''}`];
  return [1, error instanceof Error ? error.message : String(error)];
}

/** Runs one command; the answer is its exit code. */
export async function runBoard(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  talk: Talk,
): Promise<number> {
  const [name = '--help', ...rest] = args;
  const command = commands[name];
  if (name === '--help' || name === 'help') {
    talk.out(overview());
    return 0;
  }
  if (!command) {
    talk.say(`there is no command ${name}\n\n${overview()}`);
    return 2;
  }
  let server = env['BOARD_URL'] || fallbackUrl;
  try {
    const { values, positionals: words } = parse(command, rest);
    if (values['help'] === true) {
      talk.out(helpOf(name, command));
      return 0;
    }
    server = typeof values['server'] === 'string' ? values['server'] : server;
    const given = typeof values['token'] === 'string' ? values['token'] : undefined;
    const token = given ?? (env['BOARD_TOKEN'] || env['STEWARD_TOKEN'] || undefined);
    const client = createClient({ origin: server, ...(token === undefined ? {} : { token }) });
    return await command.run({ client, words, options: values, talk });
  } catch (error) {
    const [code, text] = explain(error, server);
    talk.say(code === 2 ? `${text}\n\n${helpOf(name, command)}` : text);
    return code;
  }
}
