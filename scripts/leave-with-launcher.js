// @ts-check
/** Loaded before the server: when the launcher was killed outright, the server does not stay. */
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
