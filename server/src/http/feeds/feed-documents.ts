import type { RecordEntry } from './record-entries.ts';

export interface FeedHead {
  title: string;
  /** The same for ever. */
  id: string;
  /** The page that people read, and the feed itself: whole addresses. */
  page: string;
  self: string;
  origin: string;
  /** BCP 47. */
  language: string;
  /** When a feed without entries was last updated. */
  since: string;
}

/** Characters that XML 1.0 cannot hold at all, not even escaped. */
const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escapeXml(text: string): string {
  return text.replaceAll(forbidden, '�').replaceAll(/[&<>"]/g, (one) => escapes[one] ?? one);
}

const element = (name: string, text: string) => `<${name}>${escapeXml(text)}</${name}>`;

function atomEntry(entry: RecordEntry, { origin }: FeedHead): string {
  return [
    '<entry>',
    element('id', entry.id),
    element('title', entry.title),
    `<link rel="alternate" type="text/html" href="${escapeXml(origin + entry.path)}"/>`,
    element('published', entry.publishedAt),
    element('updated', entry.updatedAt),
    ...entry.authors.map((name) => `<author>${element('name', name)}</author>`),
    ...entry.tags.map((tag) => `<category term="${escapeXml(tag)}"/>`),
    element('summary', entry.text),
    '</entry>',
  ].join('');
}

/** Atom (RFC 4287). */
export function atomDocument(head: FeedHead, entries: readonly RecordEntry[]): string {
  const updated = entries.map(({ updatedAt }) => updatedAt).reduce(later, head.since);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${head.language}">`,
    element('id', head.id),
    element('title', head.title),
    element('updated', updated),
    `<author>${element('name', head.title)}</author>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(head.page)}"/>`,
    `<link rel="self" type="application/atom+xml" href="${escapeXml(head.self)}"/>`,
    ...entries.map((entry) => atomEntry(entry, head)),
    '</feed>',
  ].join('\n');
}

const later = (a: string, b: string) => (a > b ? a : b);

/** JSON Feed 1.1. */
export function jsonDocument(head: FeedHead, entries: readonly RecordEntry[]): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: head.title,
    language: head.language,
    home_page_url: head.page,
    feed_url: head.self,
    items: entries.map((entry) => ({
      id: entry.id,
      url: head.origin + entry.path,
      title: entry.title,
      content_text: entry.text,
      date_published: entry.publishedAt,
      date_modified: entry.updatedAt,
      authors: entry.authors.map((name) => ({ name })),
      tags: entry.tags,
    })),
  });
}
