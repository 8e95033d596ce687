import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Refusal } from '../errors/refusal.ts';
import { guard, hostOf } from '../http/access.ts';
import { answers, type Api } from '../http/api.ts';
import type { HttpDeps } from '../http/deps.ts';
import { boardParams } from '../http/params.ts';
import { importAnswerSchema } from './answer.ts';
import { drain, maxImportBytes, readFile, type ImportFile } from './file-reader.ts';
import { ImportDesk } from './import-desk.ts';
import type { ProblemList } from './line-problem.ts';

const contentTypes = ['text/csv', 'application/csv', 'text/plain'];

const importQuery = z.strictObject({
  preview: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true'),
});

function refusalOf(problems: ProblemList): Refusal {
  const { count } = problems;
  const found = count === 1 ? 'one problem' : `${count} problems`;
  return new Refusal('invalid', {
    detail: `The file has ${found}; nothing was added.`,
    errors: problems.list(),
  });
}

function tooLarge(): Refusal {
  const message = `at most ${maxImportBytes / 1024 / 1024} MiB: split the file`;
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

async function receiveFile(
  request: Pick<FastifyRequest, 'body' | 'headers' | 'boardHost'>,
  now: number,
): Promise<ImportFile> {
  const outcome = await readFile(bodyOf(request), hostOf(request).state.zone, now);
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
        summary: 'Import results from CSV, all or nothing',
        description:
          'Columns, in any order: `sector,unit,metric,unit_of_measure,direction,achieved_at,' +
          'value,partners,note`. UTF-8, at most 64 MiB. `?preview=true` says what it would add.',
        consumes: contentTypes,
        params: boardParams,
        querystring: importQuery,
        response: answers({ 200: importAnswerSchema }),
      },
      handler: async (request) => {
        const host = hostOf(request);
        const now = deps.clock.now();
        const file = await receiveFile(request, now);
        const ask = { host, file, actor: request.actor.id, now };
        if (request.query.preview) return desk.preview(ask);
        const outcome = await desk.import(ask);
        if (outcome.kind === 'refused') throw refusalOf(outcome.problems);
        if (outcome.kind === 'unknown-board') throw new Refusal('unknown-board');
        return outcome.answer;
      },
    });
  });
}
