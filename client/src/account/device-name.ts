const browsers: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'Mac'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

const nameIn = (agent: string, names: readonly [RegExp, string][]) =>
  names.find(([form]) => form.test(agent))?.[1];

/** `Chrome · Android` of what a browser says of itself; for anything else, its first words. */
export function deviceName(agent: string): string | undefined {
  const parts = [nameIn(agent, browsers), nameIn(agent, systems)].filter((part) => part);
  if (parts.length > 0) return parts.join(' · ');
  return agent.slice(0, 40) || undefined;
}
