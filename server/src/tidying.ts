import { OriginRetention, type RetentionDeps } from './audit/retention.ts';
import { UploadTidy, type TidyDeps } from './uploads/tidy.ts';

export interface Tidying {
  start(): void;
  stop(): Promise<void>;
}

/** What goes by itself: where acts came from once a board keeps it no longer, and unused pictures. */
export function createTidying(deps: RetentionDeps & TidyDeps): Tidying {
  const parts = [new OriginRetention(deps), new UploadTidy(deps)];
  return {
    start: () => parts.forEach((part) => part.start()),
    stop: async () => {
      await Promise.all(parts.map((part) => part.stop()));
    },
  };
}
