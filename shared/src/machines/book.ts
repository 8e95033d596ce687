import type { Mapping } from './mapping.ts';
import type { Token } from './token.ts';
import type { Webhook } from './webhook.ts';

/** What a board has to do with other systems. */
export interface MachineBook {
  webhooks: Map<string, Webhook>;
  mappings: Map<string, Mapping>;
  /** Of machines, and of screens that were admitted. */
  tokens: Map<string, Token>;
}

export function createMachineBook(): MachineBook {
  return { webhooks: new Map(), mappings: new Map(), tokens: new Map() };
}
