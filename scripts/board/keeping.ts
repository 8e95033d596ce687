import { readFile } from 'node:fs/promises';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { chainStart } from '../../server/src/ledger/hash-chain.ts';
import type { StoredEntry } from '../../server/src/ledger/ledger.ts';
import { findBreak } from '../../server/src/ledger/verify-chain.ts';
import { needed, textOf, wordAt, type Command, type Options, type Run } from './command.ts';
import { chunksOf, openFile, writeWhole } from './save.ts';

type Bytes = ReadableStream<Uint8Array<ArrayBuffer>>;

const passphrase = {
  'passphrase-file': { value: 'FILE', about: 'its first line is the passphrase' },
} as const;

async function firstLine(path: string): Promise<string> {
  return (await readFile(path, 'utf8')).split(/\r?\n/)[0] ?? '';
}

async function* linesOf(answer: Response): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunksOf(answer)) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

async function verifyBoard(answer: Response): Promise<string | { seq: number; hash: string }> {
  let [seq, hash] = [0, chainStart];
  for await (const line of linesOf(answer)) {
    const entry = JSON.parse(line) as StoredEntry; // the export of our own ledger
    const broken = findBreak(entry, seq + 1, hash);
    if (broken) return `BROKEN at entry ${broken.seq}: ${broken.why}`;
    [seq, hash] = [entry.seq, entry.hash];
  }
  return { seq, hash };
}

export const verify: Command = {
  usage: '[BOARD]',
  summary: 'Compute every hash of the ledger anew, of one board or of all',
  options: {},
  run: async ({ client, words, talk }) => {
    const boards = words[0] ? [words[0]] : (await client.listBoards()).boards.map(({ id }) => id);
    let exitCode = 0;
    for (const board of boards) {
      const verdict = await verifyBoard(await client.exportLedger(board));
      if (typeof verdict === 'string') exitCode = 1;
      const text =
        typeof verdict === 'string'
          ? verdict
          : `ok, ${verdict.seq} entries, last hash ${verdict.hash}`;
      talk.out(`${board}: ${text}\n`);
    }
    return exitCode;
  },
};

interface Backed {
  body: Response;
  isEncrypted: boolean;
}

/**
 * Encrypted by the server: people and secrets never travel in the clear. For a passphrase that is to
 * a key of this moment, which is forgotten.
 */
async function fetchBackup({ client, options }: Pick<Run, 'client' | 'options'>): Promise<Backed> {
  const board = textOf(options, 'board');
  const [recipient, file] = [textOf(options, 'recipient'), textOf(options, 'passphrase-file')];
  if (recipient !== undefined || file === undefined)
    return { body: await client.backup(board, recipient), isEncrypted: recipient !== undefined };
  const encrypter = new Encrypter();
  encrypter.setPassphrase(await firstLine(file));
  const identity = await generateX25519Identity();
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const answer = await client.backup(board, await identityToRecipient(identity));
  const plain = await decrypter.decrypt(answer.body as Bytes); // an answer has a body
  return { body: new Response(await encrypter.encrypt(plain)), isEncrypted: true };
}

const leftOut =
  'left out: people, their ways to sign in, invitations, and where webhooks go. ' +
  'They are part of an encrypted backup of all boards (--recipient or --passphrase-file).';

export const backup: Command = {
  usage: '',
  summary: 'Back up a running server into one file: every ledger and all pictures',
  options: {
    output: { value: 'FILE', about: 'where to' },
    board: { value: 'ID', about: 'this board alone' },
    recipient: { value: 'KEY', about: 'encrypt to this public key of age (age1…)' },
    ...passphrase,
  },
  run: async ({ client, options, talk }) => {
    const path = needed(options, 'output');
    const { body, isEncrypted } = await fetchBackup({ client, options });
    await writeWhole(chunksOf(body), path);
    talk.say(`backed up into ${path}${isEncrypted ? ', encrypted' : ''}`);
    if (!isEncrypted || textOf(options, 'board') !== undefined) talk.say(leftOut);
    return 0;
  },
};

async function decrypterOf(options: Options): Promise<Decrypter | undefined> {
  const [identity, file] = [textOf(options, 'identity-file'), textOf(options, 'passphrase-file')];
  if (identity === undefined && file === undefined) return undefined;
  const decrypter = new Decrypter();
  if (file !== undefined) decrypter.addPassphrase(await firstLine(file));
  if (identity === undefined) return decrypter;
  const lines = (await readFile(identity, 'utf8')).split(/\r?\n/);
  for (const line of lines) if (line.startsWith('AGE-')) decrypter.addIdentity(line.trim());
  return decrypter;
}

export const restore: Command = {
  usage: 'FILE',
  summary: 'Put boards of a backup in the place of those of the same name, once all is checked',
  options: {
    board: { value: 'ID', about: 'this board alone' },
    preview: { about: 'check the whole file and change nothing' },
    'identity-file': { value: 'FILE', about: 'the private key (AGE-SECRET-KEY-1…)' },
    ...passphrase,
  },
  run: async (run) => {
    const { client, options, talk } = run;
    const decrypter = await decrypterOf(options);
    const file = await openFile(wordAt(run, 0, 'FILE'));
    const plain = decrypter ? await decrypter.decrypt(file) : file;
    const board = textOf(options, 'board');
    const preview = options['preview'] === true;
    const answer = await client.restore(plain, {
      preview,
      ...(board === undefined ? {} : { board }),
    });
    for (const { board: id, seq, hash } of answer.boards)
      talk.out(
        `${id}: ${answer.restored ? 'restored' : 'ok'}, ${seq} entries, last hash ${hash}\n`,
      );
    return 0;
  },
};
