import { useState } from 'react';
import { ApiProblem } from '../api/client.ts';
import { createBoard, type Progress } from './create-board.ts';
import type { SetupForm } from './setup-form.ts';

/** Making the board, and what the server said about it; asked again it goes on where it stood. */
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
      setRefused(error instanceof ApiProblem ? error.problem.detail : String(error));
    } finally {
      setProgress(undefined);
    }
  };
  return { progress, refused, create };
}
