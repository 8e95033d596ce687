// @ts-check
/** Loaded before the server: when the launcher was killed outright, the server does not stay. */
import { isMainThread } from 'node:worker_threads';

const leave = () => process.kill(process.pid, 'SIGTERM');

// Threads of the server load this as well, and have no launcher.
if (isMainThread) {
  process.once('disconnect', leave);
  process.channel?.unref();
  // It may have gone before anybody listened.
  if (!process.connected) leave();
}
