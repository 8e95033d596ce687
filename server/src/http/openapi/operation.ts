/** A parameter of an operation, as far as it is looked at here. */
export interface Parameter {
  name: string;
  in: string;
  description?: string;
}

/** What OpenAPI says of one operation, as far as it is looked at here. */
export interface Operation {
  summary?: string;
  description?: string;
  tags?: string[];
  parameters?: Parameter[];
  requestBody?: object;
  responses?: Record<string, Response>;
}

interface Response {
  description?: string;
  content?: Record<string, unknown>;
  /** Kinds of problems it may be, see `/docs/errors`. */
  'x-problem-kinds'?: string[];
}

export interface Document {
  paths?: Record<string, Record<string, Operation>>;
}

export interface Route {
  method: string;
  /** Below `/api/v1`: `/boards/{board}`. */
  path: string;
  operation: Operation;
}

/** Every operation of a document. */
export function routesOf({ paths = {} }: Document): Route[] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path: path.replace('/api/v1', ''),
      operation,
    })),
  );
}

/** `GET /boards/{board}`. */
export const nameOf = ({ method, path }: Pick<Route, 'method' | 'path'>) => `${method} ${path}`;
