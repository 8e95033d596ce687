import type { Meter } from './drive-meter.ts';

/** The bar under a unit's name. */
export function DriveLineMeter({ meter, colour }: { meter: Meter; colour: string }) {
  return (
    <span className="drive-meter" aria-hidden="true">
      {meter.parts.map(({ kind, percent }) => (
        <span
          key={kind}
          className="drive-meter-part"
          style={{
            width: `${percent}%`,
            background: kind === 'bonus' ? 'var(--gold)' : colour,
          }}
        />
      ))}
      {meter.par !== undefined && (
        <span className="drive-meter-par" style={{ left: `${meter.par}%` }} />
      )}
    </span>
  );
}
