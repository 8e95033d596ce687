import { z } from 'zod';
import {
  isArchived,
  type ArchivedRow,
  type PeopleArchive,
} from '../identity/store/people-archive.ts';
import type { Shelf } from '../machines/shelf.ts';
import { ArchiveBroken } from './archive.ts';
import { addressesName, peopleName, type Part } from './manifest.ts';

/**
 * What is kept beside the ledgers and is a secret: people with their ways in, invitations, and
 * where webhooks go. It leaves the server encrypted or not at all.
 */
export interface Beside {
  people: PeopleArchive;
  shelf: Pick<Shelf, 'all' | 'put' | 'find'>;
}

const rowSchema = z.object({
  model: z.string().refine(isArchived),
  row: z.record(z.string(), z.unknown()),
});
const addressSchema = z.object({ board: z.string(), id: z.string(), text: z.string() });
type Address = z.infer<typeof addressSchema>;

const lines = (name: string, rows: readonly object[]): Part => ({
  name,
  bytes: Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join('')),
});

export async function* besideParts(
  { people, shelf }: Beside,
  boards: readonly string[],
): AsyncGenerator<Part> {
  yield lines(peopleName, await people.read());
  const addresses: Address[] = [];
  for (const board of boards)
    for (const found of await shelf.all('webhook-address', board))
      addresses.push({ board, ...found });
  yield lines(addressesName, addresses);
}

function parse<T>({ name, bytes }: Part, schema: z.ZodType<T>): T[] {
  const texts = bytes.toString('utf8').split('\n').filter(Boolean);
  return texts.map((line, at) => {
    try {
      return schema.parse(JSON.parse(line));
    } catch {
      throw new ArchiveBroken(name, `line ${at + 1} is nothing that this version knows`);
    }
  });
}

export const readPeople = (part: Part): ArchivedRow[] => parse(part, rowSchema);
export const readAddresses = (part: Part): Address[] => parse(part, addressSchema);

/** Puts one of its parts back; what is here already stays. */
export async function adoptBeside({ people, shelf }: Beside, part: Part): Promise<void> {
  if (part.name === peopleName) await people.adopt(readPeople(part));
  if (part.name !== addressesName) return;
  for (const { board, id, text } of readAddresses(part))
    if ((await shelf.find('webhook-address', board, id)) === undefined)
      await shelf.put('webhook-address', board, id, text);
}
