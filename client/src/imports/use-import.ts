import { useRef, useState } from 'react';
import { ApiProblem, type Problem } from '../api/client.ts';
import { sendImport, type FileShape, type ImportAnswer } from '../api/imports.ts';
import { readHead, type FileHead, type Separator } from './file-head.ts';
import { keepShape, keptShape } from './kept-shapes.ts';
import { guessShape, sentShape } from './shape-guess.ts';

/** A file that was chosen, and how it is to be read. */
export interface Chosen {
  file: File;
  head: FileHead;
  shape: FileShape;
  /** As a file with the same head was read the last time. */
  isKept: boolean;
}

export type Stage =
  | { kind: 'choosing'; fault?: 'unreadable' | 'empty' }
  | { kind: 'mapping'; refused?: Problem }
  /** `sent`: part of the file, 0 to 1; then the server reads it. */
  | { kind: 'working'; isPreview: boolean; sent: number }
  | { kind: 'checked'; answer: ImportAnswer }
  | { kind: 'done'; answer: ImportAnswer };

async function choose(board: string, file: File, separator?: Separator): Promise<Chosen> {
  const head = await readHead(file, separator);
  const kept = separator === undefined ? keptShape(board, head.header) : undefined;
  return { file, head, shape: kept ?? guessShape(head), isKept: kept !== undefined };
}

interface Sender {
  board: string;
  chosen: Chosen;
  isPreview: boolean;
  signal: AbortSignal;
  onStage: (stage: Stage) => void;
}

/** True: what was sent is on the board now. */
async function send({ board, chosen, isPreview, signal, onStage }: Sender): Promise<boolean> {
  const { file, head, shape } = chosen;
  onStage({ kind: 'working', isPreview, sent: 0 });
  try {
    const answer = await sendImport({
      board,
      file,
      isWorkbook: head.isWorkbook,
      shape: sentShape(head, shape),
      isPreview,
      signal,
      onSent: (sent) => onStage({ kind: 'working', isPreview, sent }),
    });
    onStage({ kind: isPreview ? 'checked' : 'done', answer });
    keepShape(board, head.header, shape);
    return !isPreview;
  } catch (error) {
    const refused = error instanceof ApiProblem ? { refused: error.problem } : {};
    onStage({ kind: 'mapping', ...refused });
    return false;
  }
}

/** One file from its choice to its result: looked into, mapped, checked by the server, added. */
export function useImport(board: string, onImported: () => void) {
  const [chosen, setChosen] = useState<Chosen>();
  const [stage, setStage] = useState<Stage>({ kind: 'choosing' });
  const call = useRef<AbortController>(undefined);

  const open = async (file: File, separator?: Separator) => {
    try {
      const next = await choose(board, file, separator);
      if (next.head.header.every((head) => head === ''))
        return setStage({ kind: 'choosing', fault: 'empty' });
      setChosen(next);
      return setStage({ kind: 'mapping' });
    } catch {
      setChosen(undefined);
      return setStage({ kind: 'choosing', fault: 'unreadable' }); // damaged, or no such file at all
    }
  };
  const start = async (isPreview: boolean) => {
    if (!chosen) return;
    call.current = new AbortController();
    const { signal } = call.current;
    if (await send({ board, chosen, isPreview, signal, onStage: setStage })) onImported();
  };
  const change = (shape: FileShape) => {
    if (!chosen) return undefined;
    // Parted by another sign the file has other columns.
    if (shape.separator !== chosen.head.separator && !chosen.head.isWorkbook)
      return void open(chosen.file, shape.separator);
    setChosen({ ...chosen, shape });
    return setStage({ kind: 'mapping' });
  };
  return {
    chosen,
    stage,
    open,
    check: () => void start(true),
    add: () => void start(false),
    stop: () => call.current?.abort(),
    change,
    leave: () => (setChosen(undefined), setStage({ kind: 'choosing' })),
  };
}

export type ImportFlow = ReturnType<typeof useImport>;
