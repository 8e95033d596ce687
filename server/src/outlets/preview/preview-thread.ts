import satori from 'satori';
import sharp from 'sharp';
import { Typeface } from '../../certificate/typeface.ts';
import { servePress } from '../press/press-thread.ts';
import { drawPreview } from './drawing.ts';
import { previewSize, type PreviewContent } from './preview.ts';

/** Each face under its own name: satori takes a letter from the first that has it, signs from the last. */
const fonts = new Typeface().files().map(({ name, data }) => ({
  name: name.replace(/-(?:bold|regular)$/, ''),
  data,
  weight: name.endsWith('-bold') ? (700 as const) : (500 as const),
  style: 'normal' as const,
}));
const isSigns = (name: string) => name.startsWith('signs');
const names = [...new Set(fonts.map(({ name }) => name))];
const families = [...names.filter((name) => !isSigns(name)), ...names.filter(isSigns)].join(', ');

servePress<PreviewContent, never>(async (content) => {
  // Its type is that of React elements; the plain form of one is documented as well.
  const element = drawPreview(content, families) as unknown as Parameters<typeof satori>[0];
  const svg = await satori(element, { ...previewSize, fonts });
  return sharp(Buffer.from(svg)).png({ palette: true, colours: 128 }).toBuffer();
});
