import { useState } from 'react';
import { sayProblem } from '../ui/say-problem.ts';
import { createBoard, type Progress } from './create-board.ts';
import type { SetupForm } from './setup-form.ts';

/** Making the board, and why the server did not make it; asked again it goes on where it stood. */
export function useCreation(change: (changes: Partial<SetupForm>) => void) {
  const [progress, setProgress] = useState<Progress>();
  const [refused, setRefused] = useState<string>();
  const create = async (form: SetupForm): Promise<void> => {
    setRefused(undefined);
    setProgress({ done: 0, of: 1 });
    try {
      await createBoard(form, {
        opened: (board) => change({ board }),
        progress: setProgress,
      });
      change({ step: 'hand-out', isCreated: true });
    } catch (error) {
      setRefused(await sayProblem(error));
    } finally {
      setProgress(undefined);
    }
  };
  return { progress, refused, create };
}
