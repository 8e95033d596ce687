/** A drive that is written down and not open yet. */
export const spring = {
  name: 'Spring',
  from: '2030-05-01',
  to: '2030-06-30',
  tasks: [{ id: 'output', metric: 'output', baseline: '1', target: '20' }],
  scoring: { kind: 'fulfilment' },
};
