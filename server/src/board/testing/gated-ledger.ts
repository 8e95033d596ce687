import { LedgerUnavailable, type Ledger } from '../../ledger/ledger.ts';

export interface GatedLedger extends Ledger {
  /** While true every call is refused, as by a database that is away. */
  away: boolean;
  /** Calls so far, by name. */
  calls: Record<string, number>;
}

/** A real ledger behind a gate that the test shuts and opens. */
export function gateLedger(ledger: Ledger): GatedLedger {
  const gate = { away: false, calls: {} as Record<string, number> };
  return new Proxy(ledger, {
    get(target, name: keyof GatedLedger) {
      if (name === 'away' || name === 'calls') return gate[name];
      return async (...args: unknown[]) => {
        gate.calls[name] = (gate.calls[name] ?? 0) + 1;
        if (gate.away) throw new LedgerUnavailable('the test shut the gate');
        // Every other property of the port is a method; its arguments pass through as they came.
        return (target[name] as (...all: unknown[]) => unknown).apply(target, args);
      };
    },
    set(_, name, value: boolean) {
      if (name === 'away') gate.away = value;
      return name === 'away';
    },
    // The proxy answers for the two properties that the port lacks.
  }) as GatedLedger;
}

/** A ledger whose appends are durable, and seen by others, before they are answered. */
export function answerLate(ledger: Ledger, delayMs: () => number): void {
  const append = ledger.append.bind(ledger);
  ledger.append = async (request) => {
    const outcome = await append(request);
    await new Promise((resolve) => setTimeout(resolve, delayMs()));
    return outcome;
  };
}
