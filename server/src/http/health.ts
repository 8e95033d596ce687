import type { Api } from './api.ts';
import type { HttpDeps } from './deps.ts';

const unlimited = { rateLimit: false } as const;

const isSaid = (reason: string | undefined): reason is string => reason !== undefined;

export function healthRoutes(api: Api, { boards, backupProblem, departure }: HttpDeps): void {
  const schema = { hide: true };

  api.get('/healthz', { config: unlimited, schema, handler: async () => ({ status: 'ok' }) });

  api.get('/readyz', {
    config: unlimited,
    schema,
    handler: async (_, reply) => {
      const reasons = [
        ...boards.problems(),
        ...(departure.isAnnounced ? ['this node leaves'] : []),
      ];
      const degraded = [...boards.degradations(), ...[backupProblem()].filter(isSaid)];
      if (reasons.length === 0)
        return { status: 'ready', ...(degraded.length > 0 && { degraded }) };
      return reply.code(503).header('retry-after', '2').send({ status: 'not-ready', reasons });
    },
  });
}
