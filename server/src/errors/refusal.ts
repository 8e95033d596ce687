import { catalogue, type Kind } from './catalogue.ts';

/** A field that is not as it must be; `path` as in `value` or `partners.0.share`. */
export interface FieldProblem {
  path: string;
  message: string;
  /** Line of a file, 1 is the first. */
  line?: number;
}

export interface RefusalOptions {
  /** Instead of the catalogue's; must hold nothing secret. */
  detail?: string;
  errors?: readonly FieldProblem[];
  retryAfterSeconds?: number;
  headers?: Record<string, string>;
}

/**
 * An answer other than success, thrown at the edge of HTTP only: below it, expected outcomes are
 * unions. The error handler turns it into a problem document.
 */
export class Refusal extends Error {
  readonly kind: Kind;
  readonly options: RefusalOptions;
  /** Fastify reads it where a plugin throws on our behalf. */
  readonly statusCode: number;

  constructor(kind: Kind, options: RefusalOptions = {}) {
    super(options.detail ?? catalogue[kind].detail);
    this.name = 'Refusal';
    this.kind = kind;
    this.options = options;
    this.statusCode = catalogue[kind].status;
  }
}
