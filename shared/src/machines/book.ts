import type { Mapping } from './mapping.ts';
import type { Webhook } from './webhook.ts';

/** What a board has to do with other systems. */
export interface MachineBook {
  webhooks: Map<string, Webhook>;
  mappings: Map<string, Mapping>;
}

export function createMachineBook(): MachineBook {
  return { webhooks: new Map(), mappings: new Map() };
}
