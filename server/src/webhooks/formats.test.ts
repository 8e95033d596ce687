import { expect, it } from 'vitest';
import { bodyOf, type Told } from './formats.ts';

const told: Told = {
  kind: 'new-leader',
  at: '2026-06-30T12:00:00.000Z',
  label: 'New leader',
  open: 'Tafel öffnen',
  text: '<!channel> *Line* [1](x) & @here lead in Output.',
  board: { id: 'plant', name: 'Plant <A>' },
  data: null,
  link: 'https://board.example/b/plant',
};

it('[WH9] Slack gets text and blocks in which nothing of ours is markup', () => {
  const body = bodyOf('slack', told);
  expect(body).not.toContain('<!channel>');
  expect(JSON.parse(body)).toMatchObject({
    text: '&lt;!channel&gt; *Line* [1](x) &amp; @here lead in Output.',
    blocks: [
      { type: 'section', text: { type: 'mrkdwn' } },
      { elements: [{ text: '<https://board.example/b/plant|Plant &lt;A&gt;>' }] },
    ],
  });
});

it('[WH9] Teams gets an adaptive card with a way to the board', () => {
  const body = JSON.parse(bodyOf('teams', told)) as { attachments: { content: object }[] };
  expect(body).toMatchObject({
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive' }],
  });
  expect(body.attachments[0]?.content).toMatchObject({
    type: 'AdaptiveCard',
    body: [{ text: 'New leader' }, { wrap: true }, {}],
    actions: [
      { type: 'Action.OpenUrl', title: 'Tafel öffnen', url: 'https://board.example/b/plant' },
    ],
  });
});

it('[WH9] Mattermost gets Markdown that calls nobody', () => {
  const { text } = JSON.parse(bodyOf('mattermost', told)) as { text: string };
  expect(text).toContain('**New leader**');
  expect(text).toContain(String.raw`\*Line\* \[1\]\(x\)`);
  expect(text).not.toMatch(/@here|@channel/);
});

it('[WH9] our own form is the happening with a sentence; without an address there is no link', () => {
  expect(JSON.parse(bodyOf('json', told))).toEqual({
    type: 'new-leader',
    timestamp: told.at,
    board: told.board,
    text: told.text,
    data: null,
  });
  expect(bodyOf('slack', { ...told, link: undefined })).not.toContain('https://board');
});
