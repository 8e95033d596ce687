import type { StageAnswer } from '@emulation/shared';
import { useCallback, useEffect, useState } from 'react';
import { readStage } from '../api/stage.ts';
import { onHappening } from '../store/board-store.ts';
import { sayProblem } from '../ui/say-problem.ts';

/** Who else takes the stage is no happening: it is asked about this often. */
const askMs = 5_000;

interface Stage {
  stage: StageAnswer | undefined;
  /** Why the last thing asked for was refused, in the reader's language. */
  refused: string | undefined;
  isBusy: boolean;
  /** Does something on the stage and shows what became of it, or why not. */
  act: (work: () => Promise<StageAnswer>) => void;
}

export function useStage(board: string, drive: string): Stage {
  const [stage, setStage] = useState<StageAnswer>();
  const [refused, setRefused] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  const ask = useCallback(
    () =>
      readStage(board, drive).then(setStage, async (error: unknown) =>
        setRefused(await sayProblem(error)),
      ),
    [board, drive],
  );
  useEffect(() => {
    void ask();
    const timer = setInterval(() => void ask(), askMs);
    const release = onHappening(board, (one) => {
      if ('drive' in one && one.drive === drive) void ask();
    });
    return () => {
      clearInterval(timer);
      release();
    };
  }, [ask, board, drive]);

  const act = (work: () => Promise<StageAnswer>) => {
    if (isBusy) return;
    setBusy(true);
    setRefused(undefined);
    work()
      .then(setStage)
      .catch(async (error: unknown) => {
        setRefused(await sayProblem(error));
        return ask();
      })
      .finally(() => setBusy(false));
  };
  return { stage, refused, isBusy, act };
}
