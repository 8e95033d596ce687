import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { needed, textOf, UsageFault, wordAt, type Command } from './command.ts';
import { openFile, save } from './save.ts';

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const formats = ['csv', 'xlsx'] as const;

export const post: Command = {
  usage: 'BOARD',
  summary: 'Post one result; with the same --key it is posted once, however often it is sent',
  options: {
    unit: { value: 'ID', about: 'whose result' },
    metric: { value: 'ID', about: 'of what' },
    value: { value: 'NUMBER', about: 'such as 12.5' },
    at: { value: 'TIME', about: 'a date or an ISO time; now when left out' },
    note: { value: 'TEXT', about: 'a note' },
    key: { value: 'KEY', about: 'idempotency key; a new one when left out' },
  },
  run: async (run) => {
    const { client, options, talk } = run;
    const [at, note] = [textOf(options, 'at'), textOf(options, 'note')];
    const body = {
      unit: needed(options, 'unit'),
      metric: needed(options, 'metric'),
      value: needed(options, 'value'),
      ...(at === undefined ? {} : { achievedAt: at }),
      ...(note === undefined ? {} : { note }),
    };
    const key = textOf(options, 'key') ?? randomUUID();
    const answer = await client.postResult(wordAt(run, 0, 'BOARD'), body, key);
    talk.out(`${JSON.stringify(answer)}\n`);
    for (const { scope, kind } of answer.records) talk.say(`${kind} the record of its ${scope}`);
    return 0;
  },
};

export const importFile: Command = {
  usage: 'BOARD FILE',
  summary: 'Import results from a CSV or XLSX file, all or nothing',
  options: {
    preview: { about: 'say what it would add and what is wrong, and change nothing' },
    shape: { value: 'FILE', about: 'JSON that maps other columns, separators, commas and dates' },
  },
  run: async (run) => {
    const { client, options, talk } = run;
    const [board, path] = [wordAt(run, 0, 'BOARD'), wordAt(run, 1, 'FILE')];
    const shapeFile = textOf(options, 'shape');
    const answer = await client.importFile(board, await openFile(path), {
      preview: options['preview'] === true,
      name: basename(path),
      ...(extname(path).toLowerCase() === '.xlsx' ? { contentType: workbook } : {}),
      ...(shapeFile === undefined ? {} : { shape: await readFile(shapeFile, 'utf8') }),
    });
    for (const { path: place, message } of answer.problems) talk.say(`${place}: ${message}`);
    talk.out(`${JSON.stringify({ ...answer, problems: answer.problems.length })}\n`);
    return answer.problems.length > 0 ? 1 : 0;
  },
};

export const exportFile: Command = {
  usage: 'BOARD ledger|results|records|rankings',
  summary: 'Export the ledger as NDJSON, or a list as CSV or XLSX',
  options: {
    format: { value: 'csv|xlsx', about: 'of lists; csv when left out' },
    metric: { value: 'ID', about: 'of this metric; rankings need it' },
    unit: { value: 'ID', about: 'of this unit' },
    from: { value: 'DATE', about: 'from this day on' },
    to: { value: 'DATE', about: 'up to this day' },
    output: { value: 'FILE', about: 'where to; standard output when left out' },
  },
  run: async (run) => {
    const { client, options } = run;
    const [board, what] = [wordAt(run, 0, 'BOARD'), wordAt(run, 1, 'what to export')];
    const format = formats.find((one) => one === (textOf(options, 'format') ?? 'csv'));
    if (!format) throw new UsageFault('--format is csv or xlsx');
    if (!['ledger', 'results', 'records', 'rankings'].includes(what))
      throw new UsageFault(`${what} cannot be exported: ledger, results, records or rankings`);
    const query = Object.fromEntries(
      ['metric', 'unit', 'from', 'to'].map((name) => [name, textOf(options, name)]),
    );
    const answer =
      what === 'ledger'
        ? await client.exportLedger(board)
        : await client.exportTable(board, `/${what}`, format, query);
    await save(answer, textOf(options, 'output'), run.talk);
    return 0;
  },
};
