import type { Appliers, Effect } from '../board/effect.ts';
import type { FactType } from '../ledger/entry.ts';

type MachineFactType = Extract<FactType, `${'webhook' | 'mapping' | 'token'}.${string}`>;

const changed: Effect = { happenings: [] };
const unfit = (reason: string): Effect => ({ happenings: [], unfit: reason });

export const machineAppliers: Appliers<MachineFactType> = {
  'webhook.put': ({ books }, { type: _, ...webhook }, { epoch, seq }) => {
    const { webhooks } = books.machines;
    const before = webhooks.get(webhook.id);
    // Switched on again it goes on where it was: nothing is lost meanwhile.
    webhooks.set(webhook.id, { ...webhook, since: before?.since ?? { epoch, seq } });
    return changed;
  },
  'webhook.removed': ({ books }, { id }) =>
    books.machines.webhooks.delete(id) ? changed : unfit('unknown-webhook'),
  'webhook.stopped': ({ books }, { id, reason }, { at }) => {
    const { webhooks } = books.machines;
    const webhook = webhooks.get(id);
    if (!webhook) return unfit('unknown-webhook');
    webhooks.set(id, { ...webhook, isOn: false, stopped: { reason, at } });
    return changed;
  },
  'mapping.put': ({ books }, { type: _, ...mapping }) => {
    books.machines.mappings.set(mapping.id, mapping);
    return changed;
  },
  'token.made': ({ books }, { type: _, ...token }, { at, actor }) => {
    books.machines.tokens.set(token.id, { ...token, madeAt: at, madeBy: actor });
    return changed;
  },
  // Whoever has it is turned out as a member would be.
  'token.revoked': ({ books }, { id }) =>
    books.machines.tokens.delete(id)
      ? { happenings: [], areas: ['members'] }
      : unfit('unknown-token'),
  'mapping.removed': ({ books }, { id }) =>
    books.machines.mappings.delete(id) ? changed : unfit('unknown-mapping'),
};
