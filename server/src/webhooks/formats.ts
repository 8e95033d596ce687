import type { Happening, WebhookFormat } from '@emulation/shared';
import type { Saying } from './told.ts';

/** What one message says, before it has a form. */
export interface Told extends Saying {
  kind: string;
  at: string;
  board: { id: string; name: string };
  /** The happening; none in a test. */
  data: Happening | null;
  /** Where it can be looked at, if the server knows its own address. */
  link: string | undefined;
}

/** Slack reads `<!channel>` and `<address|words>`: nothing of ours is to be either. */
const forSlack = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Marks of Markdown are words here, and nobody is called by `@channel`. */
const forMarkdown = (text: string) =>
  text.replace(/[\\`*_{}[\]()#+!|~<>-]/g, String.raw`\$&`).replaceAll('@', '@\u200B');

function slack({ label, text, board, link }: Told): object {
  const name = forSlack(board.name);
  const origin = link === undefined ? name : `<${link}|${name}>`;
  return {
    text: forSlack(text),
    blocks: [
      {
        type: 'section',
        text: { type: 'mrkdwn', text: `*${forSlack(label)}*\n${forSlack(text)}` },
      },
      { type: 'context', elements: [{ type: 'mrkdwn', text: origin }] },
    ],
  };
}

/** An adaptive card, as Teams takes it from a workflow that waits for webhooks. */
function teams({ label, text, board, link, open }: Told): object {
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    body: [
      { type: 'TextBlock', text: forMarkdown(label), weight: 'Bolder', wrap: true },
      { type: 'TextBlock', text: forMarkdown(text), wrap: true },
      { type: 'TextBlock', text: forMarkdown(board.name), isSubtle: true, wrap: true },
    ],
    ...(link === undefined
      ? {}
      : { actions: [{ type: 'Action.OpenUrl', title: open, url: link }] }),
  };
  const contentType = 'application/vnd.microsoft.card.adaptive';
  return { type: 'message', attachments: [{ contentType, contentUrl: null, content }] };
}

function mattermost({ label, text, board, link }: Told): object {
  const name = forMarkdown(board.name);
  const origin = link === undefined ? name : `[${name}](${link})`;
  return { text: `**${forMarkdown(label)}** · ${forMarkdown(text)}\n${origin}` };
}

const json = ({ kind, at, text, board, data }: Told) => ({
  type: kind,
  timestamp: at,
  board,
  text,
  data,
});

const forms: Record<WebhookFormat, (told: Told) => object> = { json, slack, teams, mattermost };

export const bodyOf = (format: WebhookFormat, told: Told): string =>
  JSON.stringify(forms[format](told));
