/** How often was cheered: units by id, results by their position. */
export interface CheersBook {
  units: Map<string, number>;
  results: Map<number, number>;
}

export function createCheersBook(): CheersBook {
  return { units: new Map(), results: new Map() };
}
