import type { ProtocolRange, ProtocolRefusal } from '@emulation/shared';
import { z } from 'zod';

/** What a client says in `auth.protocol`: the version it speaks. */
const protocolSchema = z.int().min(1).max(9999).default(1);

/** As Socket.IO tells it: the message is the kind, `data` goes along. */
class Refused extends Error {
  readonly data: ProtocolRefusal;
  constructor(data: ProtocolRefusal) {
    super(data.kind);
    this.data = data;
  }
}

/**
 * Why a client is not served, by the version of the protocol that it says. A newer one is: it knows
 * what older servers say. One that says none speaks the first.
 */
export function protocolRefusal(
  auth: { [name: string]: unknown },
  { newest, oldest }: ProtocolRange,
): Error | undefined {
  const said = protocolSchema.safeParse(auth['protocol']);
  const range = { protocol: newest, oldest };
  if (!said.success) {
    const detail = 'auth.protocol: must be a whole number from 1';
    return new Refused({ kind: 'protocol', ...range, detail });
  }
  if (said.data >= oldest) return undefined;
  const detail = `protocol ${said.data} is no longer spoken here, ${oldest} to ${newest} are: load the client anew`;
  return new Refused({ kind: 'protocol', ...range, detail });
}
