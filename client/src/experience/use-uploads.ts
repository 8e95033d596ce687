import { maxPictures, type Picture } from '@emulation/shared';
import { useState } from 'react';
import { isUnreachable } from '../api/client.ts';
import { uploadPicture } from '../api/experiences.ts';
import { sayProblem } from '../ui/say-problem.ts';
import { newId } from '../ui/new-id.ts';
import { preparePicture } from './shrink-picture.ts';

/** A picture on its way; `part` is 0 to 1, absent while it is prepared. */
export interface Upload {
  key: string;
  name: string;
  part?: number;
  /** A word of `uploads`, or why not, in the reader's language. */
  failed?: { word: 'tooLarge' | 'wrongType' | 'unreachable' } | { detail: string };
}

async function failureOf(error: unknown): Promise<NonNullable<Upload['failed']>> {
  return isUnreachable(error) ? { word: 'unreachable' } : { detail: await sayProblem(error) };
}

/** Pictures that are being uploaded, one after the other; each that arrived is given to `onPicture`. */
export function useUploads(board: string, onPicture: (picture: Picture) => void) {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const change = (key: string, fields: Partial<Upload>) =>
    setUploads((old) => old.map((each) => (each.key === key ? { ...each, ...fields } : each)));
  const dismiss = (key: string) => setUploads((old) => old.filter((each) => each.key !== key));

  const send = async (file: File, key: string): Promise<void> => {
    const prepared = await preparePicture(file);
    if (prepared.kind !== 'ready') {
      const word = prepared.kind === 'too-large' ? 'tooLarge' : 'wrongType';
      change(key, { failed: { word } });
      return;
    }
    try {
      const picture = await uploadPicture(board, prepared.picture, (part) => change(key, { part }));
      onPicture({ id: picture.id, width: picture.width, height: picture.height });
      dismiss(key);
    } catch (error) {
      change(key, { failed: await failureOf(error) });
    }
  };

  const add = async (files: readonly File[], room: number): Promise<void> => {
    const taken = files.slice(0, Math.min(room, maxPictures));
    const begun = taken.map((file) => ({ file, key: newId() }));
    setUploads((old) => [...old, ...begun.map(({ file, key }) => ({ key, name: file.name }))]);
    for (const { file, key } of begun) await send(file, key);
  };

  const isBusy = uploads.some(({ failed }) => !failed);
  return { uploads, isBusy, add, dismiss };
}
