/** What the numbers in the table count. */
export const quantileUnit = 10_000n;

/**
 * Quantile 0.975 of Student's t distribution by degrees of freedom 1, 2, 3, …, in ten-thousandths:
 * NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2, to one digit more.
 */
const single = [
  127062, 43027, 31824, 27764, 25706, 24469, 23646, 23060, 22622, 22281, 22010, 21788, 21604, 21448,
  21314, 21199, 21098, 21009, 20930, 20860, 20796, 20739, 20687, 20639, 20595, 20555, 20518, 20484,
  20452, 20423, 20395, 20369, 20345, 20322, 20301, 20281, 20262, 20244, 20227, 20211, 20195, 20181,
  20167, 20154, 20141, 20129, 20117, 20106, 20096, 20086, 20076, 20066, 20057, 20049, 20040, 20032,
  20025, 20017, 20010, 20003,
];
const beyond: readonly (readonly [number, number])[] = [
  [1000, 19623],
  [500, 19647],
  [300, 19679],
  [200, 19719],
  [150, 19759],
  [120, 19799],
  [100, 19840],
  [80, 19901],
];

/**
 * The quantile for `freedom` degrees of freedom, at least 1. Between two lines of the table the
 * lower one counts: the interval comes out a little too wide, never too narrow.
 */
export function studentQuantile(freedom: number): bigint {
  const whole = Math.max(1, Math.floor(freedom));
  const far = beyond.find(([from]) => whole >= from);
  return BigInt(far?.[1] ?? single[Math.min(whole, single.length) - 1] ?? 0);
}
