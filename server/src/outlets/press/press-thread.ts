import { parentPort } from 'node:worker_threads';

/** What a press tells its thread: a job, its parts if it has any, and that there are no more. */
export type PressCall =
  | { kind: 'job'; job: unknown }
  | { kind: 'part'; part: unknown }
  | { kind: 'end' };

export type PressAnswer = { kind: 'made'; bytes: Uint8Array } | { kind: 'failed'; message: string };

/** The thread's side of a press: jobs come one after the other, each answered by its file. */
export function servePress<Job, Part>(
  make: (job: Job, parts: Part[]) => Promise<Uint8Array>,
): void {
  const port = parentPort;
  if (!port) throw new Error('this module runs in a thread');
  let job: Job | undefined;
  let parts: Part[] = [];
  const finish = async (): Promise<PressAnswer> => {
    // `end` follows a job; both come from the press that was given this make's types.
    const bytes = await make(job as Job, parts);
    return { kind: 'made', bytes };
  };
  port.on('message', (call: PressCall) => {
    if (call.kind === 'job') {
      job = call.job as Job;
      parts = [];
    } else if (call.kind === 'part') parts.push(call.part as Part);
    else
      void finish()
        .catch((error: unknown): PressAnswer => ({ kind: 'failed', message: String(error) }))
        .then((answer) => port.postMessage(answer));
  });
}
