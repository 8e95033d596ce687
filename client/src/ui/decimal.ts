/** Decimal strings of one metric all have its decimals, so their digits compare as integers. */
export function toUnits(value: string): bigint {
  return BigInt(value.replace('.', ''));
}

export function fromUnits(units: bigint, decimals: number): string {
  const sign = units < 0n ? '-' : '';
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, '0');
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** `a − b`, exactly. */
export function subtract(a: string, b: string, decimals: number): string {
  return fromUnits(toUnits(a) - toUnits(b), decimals);
}
