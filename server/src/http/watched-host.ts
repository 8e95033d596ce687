import type { OriginDesk } from '../audit/origin-desk.ts';
import type { Origin } from '../audit/origins.ts';
import type { FastifyRequest } from 'fastify';
import type { Draft } from '../ledger/ledger.ts';
import type { Host } from './deps.ts';

/** Where a request comes from, as the trail tells it. */
export const requestOrigin = ({ ip, headers }: FastifyRequest): Origin => ({
  address: ip,
  agent: headers['user-agent'] ?? '',
});

/** The same board; what is committed through it is noted as coming from there. */
export function watchedHost(host: Host, origins: OriginDesk, origin: Origin): Host {
  return {
    get state() {
      return host.state;
    },
    get publicState() {
      return host.publicState;
    },
    isSeen: (seq) => host.isSeen(seq),
    answerAt: (seq) => host.answerAt(seq),
    commit: async (drafts: Draft[], onRepeat) => {
      const outcome = await host.commit(drafts, onRepeat);
      if (outcome.kind === 'committed') origins.note(outcome.entries, origin);
      return outcome;
    },
  };
}
