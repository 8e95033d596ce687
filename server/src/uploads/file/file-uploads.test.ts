import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeUploads } from '../testing/contract.ts';
import { UploadsUnavailable } from '../uploads.ts';
import { FileUploads } from './file-uploads.ts';

describeUploads('files', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'board-uploads-'));
  return {
    open: async () => new FileUploads(folder),
    clean: () => rm(folder, { recursive: true, force: true }),
  };
});

it('[EX29] a place that takes nothing says so, and a later keep succeeds', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'board-uploads-'));
  const uploads = new FileUploads(join(folder, 'uploads'));
  // A file stands where the folder should be; root may write into any folder, so no rights here.
  await writeFile(join(folder, 'uploads'), '');
  const keep = () =>
    uploads.keep('plant', 'ab'.repeat(32), { full: Buffer.of(1), small: Buffer.of(2) });
  await expect(keep()).rejects.toThrow(UploadsUnavailable);
  await rm(join(folder, 'uploads'));
  await keep();
  await rm(folder, { recursive: true });
});
