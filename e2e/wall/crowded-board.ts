import { stewardToken } from '../server.ts';

/** Names of 60 characters in three scripts, with the long words that they have. */
const names = [
  'Donaudampfschifffahrtsgesellschaftskapitänsmützenwerkstatt',
  '서울특별시 강남구 테헤란로 자동차 부품 조립 제삼 생산 라인 야간 근무조 품질 관리 담당 현장 개선 팀 본부 일',
  'Tổ sản xuất linh kiện điện tử số một khu công nghiệp phía Nam',
  'Förderanlagenwartung und Instandhaltung der Verpackungslinien',
];

/** The name of the `at`-th thing: 60 characters, and no two are the same. */
export function longName(at: number): string {
  const name = names[at % names.length] ?? '';
  const number = ` ${at + 1}`;
  return name.slice(0, 60 - number.length).trimEnd() + number;
}

/** A board of so many units, each with results in two metrics, and everything that scenes tell of. */
export class CrowdedBoard {
  readonly id: string;
  private readonly url: string;
  private readonly units: number;
  private posts = 0;

  constructor(url: string, units: number) {
    this.url = url;
    this.units = units;
    this.id = `units-${units}`;
  }

  async send(method: string, path: string, body: unknown): Promise<unknown> {
    const answer = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${stewardToken}`,
        'content-type': 'application/json',
        ...(method === 'POST' ? { 'idempotency-key': `${this.id}-${this.posts++}` } : {}),
      },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }

  put(path: string, body: unknown): Promise<unknown> {
    return this.send('PUT', `/boards/${this.id}${path}`, body);
  }

  async post(unit: number, value: string, more: object = {}): Promise<string> {
    const body = { unit: `u${unit}`, metric: 'output', value, ...more };
    const answer = await this.send('POST', `/boards/${this.id}/results`, body);
    return (answer as { id: string }).id; // the contract's answer
  }

  verify(result: string): Promise<unknown> {
    return this.send('POST', `/boards/${this.id}/results/${result}/verification`, {
      reason: 'seen',
    });
  }

  async open(): Promise<void> {
    await this.send('POST', '/boards', {
      id: this.id,
      name: longName(0),
      timeZone: 'Asia/Seoul',
      visibility: 'public',
    });
    for (let at = 0; at < Math.min(6, this.units); at++)
      await this.put(`/sectors/s${at}`, { name: longName(at) });
    for (let at = 0; at < this.units; at++)
      await this.put(`/units/u${at}`, { name: longName(at), sector: `s${at % 6}` });
    const rules = { direction: 'higher', decimals: 2, aggregate: 'best', recordsPer: 'instant' };
    const metrics = { output: longName(1), scrap: longName(3) };
    for (const [id, name] of Object.entries(metrics))
      await this.put(`/metrics/${id}`, { name, unitOfMeasure: 'Stück', ...rules });
    if (this.units > 0) await this.fill();
  }

  private async fill(): Promise<void> {
    const today = new Date().toISOString().slice(0, 10);
    await this.put('/metrics/output/standard', { value: '5000' });
    await this.put('/drives/spring', {
      name: longName(2),
      from: `${today.slice(0, 4)}-01-01`,
      to: `${Number(today.slice(0, 4)) + 1}-12-31`,
      tasks: [{ id: 'more', metric: 'output', baseline: '1000', target: '9000' }],
      scoring: { kind: 'fulfilment' },
    });
    for (const to of ['pledging', 'running'])
      await this.send('POST', `/boards/${this.id}/drives/spring/state`, { to });
    for (let at = 0; at < this.units; at++) {
      await this.post(at, `${1000 + at}.25`, { achievedAt: today });
      if (at < 12) await this.post(at, `${2000 + at}.50`, { achievedAt: today, metric: 'scrap' });
    }
    for (let at = 0; at + 1 < Math.min(this.units, 10); at++)
      await this.post(at, `${3000 + at}.75`, { partners: [{ unit: `u${at + 1}` }] });
    await this.put('/experiences/hands', {
      unit: 'u0',
      metric: 'output',
      title: longName(3),
      change: `${longName(1)}. ${longName(2)}. ${longName(3)}.`,
    });
  }
}
