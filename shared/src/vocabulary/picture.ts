import { z } from 'zod';

/** The id an upload answered with: SHA-256 of the picture as it is kept. */
export const pictureIdSchema = z
  .string()
  .regex(/^[0-9a-f]{64}$/, { error: 'an id that the upload of a picture answered with' });

export const maxPhotos = 5;

/** Photographs that go along with a result; each was uploaded before. */
export const photosSchema = z
  .array(z.strictObject({ picture: pictureIdSchema }))
  .max(maxPhotos, { error: `at most ${maxPhotos} pictures` });
