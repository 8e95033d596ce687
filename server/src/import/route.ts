import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { invalid } from '../errors/recognition.ts';
import { Refusal } from '../errors/refusal.ts';
import { guard, hostOf } from '../http/access.ts';
import { answers, type Api } from '../http/api.ts';
import type { HttpDeps } from '../http/deps.ts';
import { boardParams } from '../http/params.ts';
import { importAnswerSchema } from './answer.ts';
import { fileShapeSchema, plainShape, type FileShape } from './file-shape.ts';
import { drain, maxImportBytes, readFile, type ImportFile } from './file-reader.ts';
import { ImportDesk } from './import-desk.ts';
import { maxPreviewedProblems, type ProblemList } from './line-problem.ts';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const contentTypes = ['text/csv', 'application/csv', 'text/plain', workbookType];
/** Unpacked it is many times as large. */
const maxWorkbookBytes = 16 * 1024 * 1024;

function shapeOf(text: string, context: z.RefinementCtx): FileShape {
  try {
    const read = fileShapeSchema.safeParse(JSON.parse(text));
    if (read.success) return read.data;
    const [issue] = read.error.issues;
    context.addIssue(`${issue?.path.join('.')}: ${issue?.message}`);
  } catch {
    context.addIssue('must be JSON');
  }
  return plainShape;
}

const importQuery = z.strictObject({
  preview: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true')
    .describe('Says what it would add and what is wrong, and changes nothing.'),
  name: z.string().trim().max(200).optional().describe('The name of the file, for the list.'),
  shape: z
    .string()
    .max(8000)
    .transform(shapeOf)
    .optional()
    .describe(
      'How a file that is not ours is read, as JSON: `{"columns": {"unit": "Line", "sector": ' +
        '{"always": "North"}, …}, "separator": ";", "decimal": ",", "dates": "dmy"}`. `partners` ' +
        'and `note` may be left out, and `sector`, `unit_of_measure` and `direction` where the ' +
        'board knows the unit and the metric; other columns of the file are not read.',
    ),
});
type ImportQuery = z.output<typeof importQuery>;

function refusalOf(problems: ProblemList): Refusal {
  const { count } = problems;
  const found = count === 1 ? 'one problem' : `${count} problems`;
  return new Refusal('invalid', {
    detail: `The file has ${found}; nothing was added.`,
    errors: problems.list(),
  });
}

function tooLarge(limit = maxImportBytes): Refusal {
  const message = `at most ${limit / 1024 / 1024} MiB: split the file`;
  return new Refusal('too-large', { errors: [{ path: '', message }] });
}

function bodyOf(request: Pick<FastifyRequest, 'body' | 'headers'>): Readable {
  const body = request.body instanceof Readable ? request.body : Readable.from([]);
  const { 'content-encoding': encoding = 'identity', 'content-length': length } = request.headers;
  if (encoding !== 'identity') {
    drain(body);
    const detail = 'The file must come uncompressed.';
    throw new Refusal('wrong-content-type', { detail });
  }
  if (Number(length ?? 0) > maxImportBytes) {
    drain(body);
    throw tooLarge();
  }
  return body;
}

type Sent = Pick<FastifyRequest, 'body' | 'headers' | 'boardHost'>;

/** The rows of a workbook as if they had come as CSV; made beside the rest. */
async function openWorkbook(request: Sent, { spreadsheets }: HttpDeps): Promise<Readable> {
  const chunks: Buffer[] = [];
  let size = 0;
  const body = bodyOf(request);
  for await (const chunk of body.iterator({ destroyOnReturn: false })) {
    const bytes = chunk as Buffer; // a body without an encoding arrives as buffers
    size += bytes.length;
    if (size > maxWorkbookBytes) {
      drain(body);
      throw tooLarge(maxWorkbookBytes);
    }
    chunks.push(bytes);
  }
  const timeZone = hostOf(request).state.info?.timeZone ?? 'UTC';
  try {
    const csv = await spreadsheets.make({ bytes: Buffer.concat(chunks), timeZone });
    return Readable.from([Buffer.from(csv)]);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw invalid([
      { path: '', message: 'is no workbook that can be read: save it as XLSX or CSV' },
    ]);
  }
}

function isWorkbook({ headers }: Sent): boolean {
  return headers['content-type']?.toLowerCase().startsWith(workbookType) ?? false;
}

async function receiveFile(
  request: Sent,
  deps: HttpDeps,
  { shape = plainShape, preview }: ImportQuery,
): Promise<ImportFile> {
  const isSheet = isWorkbook(request);
  const source = isSheet ? await openWorkbook(request, deps) : bodyOf(request);
  // What a workbook became is ours, whatever the shape says of the file.
  const own = isSheet ? { ...shape, separator: ',' as const } : shape;
  const { state } = hostOf(request);
  const outcome = await readFile(source, state.zone, deps.clock.now(), {
    shape: own,
    board: state,
    ...(preview ? { maxProblems: maxPreviewedProblems } : {}),
  });
  switch (outcome.kind) {
    case 'read':
      return outcome.file;
    case 'too-large':
      throw tooLarge();
    case 'cut-off':
      throw new Refusal('malformed-request', { detail: 'The body broke off.' });
  }
}

/** The CSV import, in its own scope: nowhere else is CSV a body. */
export async function registerImport(api: Api, deps: HttpDeps): Promise<void> {
  const desk = new ImportDesk(deps.ledger);
  await api.register(async (plain) => {
    const scope: Api = plain.withTypeProvider();
    scope.removeAllContentTypeParsers();
    // The stream itself is the body; it is read, and its size watched, behind the guard.
    scope.addContentTypeParser(contentTypes, (_, body, done) => done(null, body));

    scope.post('/boards/:board/import', {
      preParsing: guard(deps, 'manage'),
      schema: {
        tags: ['import'],
        summary: 'Import results from CSV or XLSX, all or nothing',
        description:
          'Columns, in any order: `sector,unit,metric,unit_of_measure,direction,achieved_at,' +
          'value,partners,note`, or those that `shape` maps. CSV in UTF-8, at most 64 MiB, or the ' +
          'first sheet of a workbook, at most 16 MiB. `?preview=true` says what it would add.',
        consumes: contentTypes,
        params: boardParams,
        querystring: importQuery,
        response: answers({ 200: importAnswerSchema }),
      },
      handler: async (request) => {
        const host = hostOf(request);
        const now = deps.clock.now();
        const file = await receiveFile(request, deps, request.query);
        const ask = { host, file, actor: request.actor.id, now, name: request.query.name };
        if (request.query.preview) return desk.preview(ask);
        const outcome = await desk.import(ask);
        if (outcome.kind === 'refused') throw refusalOf(outcome.problems);
        if (outcome.kind === 'unknown-board') throw new Refusal('unknown-board');
        return outcome.answer;
      },
    });
  });
}
