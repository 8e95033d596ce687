import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import ipaddr from 'ipaddr.js';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';

export interface Message {
  url: string;
  headers: Record<string, string>;
  body: string;
}

export type Reached =
  | { kind: 'answered'; status: number; retryAfterSeconds?: number; text: string }
  /** `why` holds nothing of the address but its host. */
  | { kind: 'unreached'; why: string };

/** Sends one message, and tells what came of it; it never throws. */
export type Reach = (message: Message) => Promise<Reached>;

const deadlineMs = 15_000;
const readBytes = 1_000;

const reasons: Record<string, string> = {
  ENOTFOUND: 'its name is not known',
  EAI_AGAIN: 'its name could not be looked up',
  ECONNREFUSED: 'nobody listens there',
  ECONNRESET: 'it hung up',
  EPIPE: 'it hung up',
  ETIMEDOUT: 'it did not answer in time',
  ABORT_ERR: 'it did not answer within 15 seconds',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by nobody known',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is signed by nobody known',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
};

export const forbiddenAddress = 'it leads to an address that webhooks may not reach';

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'it could not be reached';
  if (/is not allowed\. Because/i.test(error.message)) return forbiddenAddress;
  const code = 'code' in error ? String(error.code) : '';
  return reasons[code] ?? (code === '' ? 'it could not be reached' : `it failed (${code})`);
}

/** The beginning of a text, and no more than that is read. */
async function readStart(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of answer) {
    const bytes = Buffer.from(chunk as Uint8Array);
    chunks.push(bytes);
    length += bytes.length;
    if (length >= readBytes) break;
  }
  return Buffer.concat(chunks).subarray(0, readBytes).toString('utf8');
}

function retryAfterOf({ headers }: IncomingMessage): { retryAfterSeconds?: number } {
  const seconds = Number(headers['retry-after']);
  return Number.isFinite(seconds) && seconds > 0 ? { retryAfterSeconds: seconds } : {};
}

/**
 * Reaches public addresses, and those of `allowedRanges` (addresses or CIDR). The address is looked
 * at where the connection is made, so that a name cannot mean one thing when it is asked about and
 * another when it is connected to. Redirects are not followed.
 */
export function createReach(allowedRanges: readonly string[], findName?: LookupFunction): Reach {
  const options = { allowIPAddressList: [...allowedRanges] };
  const plain = new RequestFilteringHttpAgent(options);
  const secure = new RequestFilteringHttpsAgent(options);
  const post = ({ url, headers, body }: Message) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const isSecure = new URL(url).protocol === 'https:';
      const send = isSecure ? requestHttps : requestHttp;
      const signal = AbortSignal.timeout(deadlineMs);
      const sent = send(url, {
        method: 'POST',
        agent: isSecure ? secure : plain,
        signal,
        ...(findName ? { lookup: findName } : {}),
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      });
      sent.on('response', resolve);
      sent.on('error', reject);
      sent.end(body);
    });
  return async (message) => {
    try {
      const answer = await post(message);
      const text = await readStart(answer).catch(() => '');
      return { kind: 'answered', status: answer.statusCode ?? 0, ...retryAfterOf(answer), text };
    } catch (error) {
      return { kind: 'unreached', why: reasonOf(error) };
    }
  };
}

function isAllowed(address: string, allowedRanges: readonly string[]): boolean {
  const parsed = ipaddr.process(address);
  if (parsed.range() === 'unicast') return true;
  return allowedRanges.some((range) => {
    const [net, bits] = ipaddr.parseCIDR(range.includes('/') ? range : wholeRange(range));
    return net.kind() === parsed.kind() && parsed.match([net, bits]);
  });
}

const wholeRange = (address: string) => `${address}/${address.includes(':') ? 128 : 32}`;

/**
 * Whether an address leads, as things stand, to where webhooks may not go: said when it is written
 * down. What counts is looked at whenever it is connected to.
 */
export async function leadsAstray(url: string, allowedRanges: readonly string[]): Promise<boolean> {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
  // A name that is not known today may be tomorrow.
  const found = await lookup(host, { all: true }).catch(() => []);
  return found.some(({ address }) => !isAllowed(address, allowedRanges));
}
