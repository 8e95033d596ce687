import { Refusal } from '../errors/refusal.ts';
import type { HttpDeps } from './deps.ts';

interface Named {
  evidence?: readonly { picture?: string | undefined }[] | undefined;
}

/** A picture that is evidence was uploaded before: a name of nothing is no evidence. */
export async function requirePictures(
  { uploads }: HttpDeps,
  board: string,
  { evidence = [] }: Named,
): Promise<void> {
  const found = await Promise.all(
    evidence.map(
      async ({ picture }) =>
        picture === undefined || (await uploads.find(board, picture, 'small')) !== undefined,
    ),
  );
  const missing = found.indexOf(false);
  if (missing < 0) return;
  const errors = [
    {
      path: `evidence.${missing}.picture`,
      message: 'no such picture was uploaded to this board',
    },
  ];
  throw new Refusal('unknown-picture', { errors });
}
