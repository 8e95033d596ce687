import type { Import } from './imports.ts';

export interface Boundary {
  name: string;
  why: string;
  forbids(link: Import): boolean;
}

const isTest = (path: string) => /\.test\.tsx?$|\/testing\//.test(path);
const areaOf = (path: string) =>
  /^(shared|client-sdk|server|client|e2e|bench|scripts|reliability)\//.exec(path)?.[1];
const workspaces = ['shared', 'client-sdk', 'server', 'client'];
const packageOf = (name: string) => name.split('/', name.startsWith('@') ? 2 : 1).join('/');

/** `server/src/ledger/sqlite/…`: a folder of one engine beside the port `ledger/ledger.ts`. */
const engine =
  /^server\/src\/(ledger\/(?:memory|sqlite|postgres)|relay\/(?:local|redis)|uploads\/(?:file|postgres)|(?:machines|audit)\/(?:sqlite|postgres))\//;
/** The factory that picks an engine by configuration, and the places that assemble. */
const mayNameEngines =
  /^server\/src\/(?:app|ledger\/create-ledger|relay\/create-relay|uploads\/create-uploads|machines\/create-shelf|audit\/create-origins)\.ts$/;

/** Pictures and what machines need live in the database of the ledger, by the same kind of connection. */
const sharesDatabase = (from: string, to: string) =>
  /^server\/src\/(?:uploads|machines|audit)\/postgres\//.test(from) &&
  /^server\/src\/ledger\/postgres\/connect(?:ion)?\.ts$/.test(to);

const isPureMachine = (path: string) =>
  path.startsWith('client-sdk/src/sync/') && !path.endsWith('/driver.ts');

/** The boundaries of the design; each forbids a kind of import. */
export const boundaries: readonly Boundary[] = [
  {
    name: 'shared-stands-alone',
    why: 'shared knows nobody: only its own files and zod (tests: also vitest and fast-check)',
    forbids: ({ from, to, kind }) => {
      if (areaOf(from) !== 'shared') return false;
      if (kind === 'file') return areaOf(to) !== 'shared';
      return !['zod', ...(isTest(from) ? ['vitest', 'fast-check'] : [])].includes(packageOf(to));
    },
  },
  {
    name: 'one-entry',
    why: 'another workspace is known by its package name only, and only by its one entry',
    forbids: ({ from, to, kind }) => {
      const own = areaOf(from);
      if (kind === 'file') return workspaces.includes(own ?? '') && areaOf(to) !== own;
      return to.startsWith('@emulation/') && to !== packageOf(to);
    },
  },
  {
    name: 'sdk-for-everybody',
    why: 'the client package knows shared and runs in any browser and in Node',
    forbids: ({ from, to, kind }) =>
      areaOf(from) === 'client-sdk' &&
      !isTest(from) &&
      kind === 'package' &&
      !['@emulation/shared', 'socket.io-client'].includes(to),
  },
  {
    name: 'client-and-server-apart',
    why: 'client and server know shared and never each other',
    forbids: ({ from, to }) =>
      (areaOf(from) === 'client' && (to === '@emulation/server' || to.startsWith('node:'))) ||
      (areaOf(from) === 'server' && to === '@emulation/client'),
  },
  {
    name: 'ports-before-engines',
    why: 'only app.ts and the factories beside the ports name concrete engines',
    forbids: ({ from, to }) => {
      const target = engine.exec(to)?.[1];
      if (!target || areaOf(from) !== 'server' || isTest(from)) return false;
      if (sharesDatabase(from, to)) return false;
      return !from.startsWith(`server/src/${target}/`) && !mayNameEngines.test(from);
    },
  },
  {
    name: 'app-assembles',
    why: 'nothing below app.ts imports app.ts or main.ts',
    forbids: ({ from, to }) =>
      /^server\/src\/(?:app|main)\.ts$/.test(to) &&
      from !== 'server/src/main.ts' &&
      !['bench', 'reliability'].includes(areaOf(from) ?? '') &&
      !isTest(from),
  },
  {
    name: 'pure-machine',
    why: "the client's connection is a pure state machine: only the driver beside it has a socket",
    forbids: ({ from, to, kind }) =>
      isPureMachine(from) &&
      !isTest(from) &&
      (kind === 'package' ? to !== '@emulation/shared' : !to.startsWith('client-sdk/src/sync/')),
  },
  {
    name: 'no-test-in-product',
    why: 'what runs in production does not import test code',
    forbids: ({ from, to, kind }) =>
      workspaces.includes(areaOf(from) ?? '') &&
      !isTest(from) &&
      (kind === 'file' ? isTest(to) : ['vitest', 'fast-check', 'playwright-core'].includes(to)),
  },
];
