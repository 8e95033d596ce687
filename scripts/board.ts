/** `npm run board -- <command> …`: the board from a terminal. Exit: 0, 1 refused, 2 usage, 3 no answer. */
import { runBoard } from './board/command-line.ts';

process.exitCode = await runBoard(process.argv.slice(2), process.env, {
  out: (text) => void process.stdout.write(text),
  say: (text) => void process.stderr.write(`${text}\n`),
});
