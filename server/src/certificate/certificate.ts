import PDFDocument from 'pdfkit';
import { buffer } from 'node:stream/consumers';
import { fitText, type SetText } from './lines.ts';
import { Typeface, type Weight } from './typeface.ts';

/** What a certificate says; every text as people read it. */
export interface CertificateText {
  board: string;
  title: string;
  unit: string;
  sector: string;
  citation: string;
  awardedOn: string;
  /** Where in the ledger the award stands. */
  position: string;
}

/** A4 landscape, points. */
const page = { width: 841.89, height: 595.28 };
const left = 150;
const right = page.width - 72;
const colours = { ink: '#12151c', quiet: '#5a6270', signal: '#d8321f', gold: '#b98300' };

const typeface = new Typeface();

/** Draws text in the right face for each script, line by line. */
class Pen {
  readonly #document: PDFKit.PDFDocument;

  constructor(document: PDFKit.PDFDocument) {
    this.#document = document;
    for (const { name, data } of typeface.files()) document.registerFont(name, data);
  }

  measure(weight: Weight) {
    return (text: string, size: number): number =>
      typeface
        .runs(text, weight)
        .reduce((sum, run) => sum + this.#set(run.face, size).widthOfString(run.text), 0);
  }

  /** Draws lines from the baseline of the first; answers with the baseline of the last. */
  write(
    { lines, size }: SetText,
    at: { x: number; y: number },
    { weight, colour }: { weight: Weight; colour: string },
  ): number {
    let { y } = at;
    for (const [row, line] of lines.entries()) {
      if (row > 0) y += size * 1.12;
      let { x } = at;
      for (const run of typeface.runs(line, weight)) {
        const pen = this.#set(run.face, size).fillColor(colour);
        pen.text(run.text, x, y, { lineBreak: false, baseline: 'alphabetic' });
        x += pen.widthOfString(run.text);
      }
    }
    return y;
  }

  #set(face: string, size: number): PDFKit.PDFDocument {
    return this.#document.font(face).fontSize(size);
  }
}

/** The board's mark: one diagonal through the page, red against ink, and a gold rule. */
function drawGround(document: PDFKit.PDFDocument): void {
  const lean = page.height * Math.tan((14 * Math.PI) / 180);
  const band = (from: number, to: number, colour: string) =>
    document
      .polygon([from + lean, 0], [to + lean, 0], [to, page.height], [from, page.height])
      .fill(colour);
  document.save();
  band(-lean - 160, -34, colours.ink);
  band(-26, 0, colours.signal);
  document.restore();
  document
    .moveTo(left, page.height - 96)
    .lineTo(right, page.height - 96)
    .lineWidth(1.5)
    .stroke(colours.gold);
}

function drawText(pen: Pen, text: CertificateText): void {
  const width = right - left;
  const bold = { width, measure: pen.measure('bold') };
  const plain = { width: width * 0.92, measure: pen.measure('regular') };
  const board = fitText(text.board.toUpperCase(), { ...bold, maxLines: 1 }, { from: 15, to: 7 });
  pen.write(board, { x: left, y: 92 }, { weight: 'bold', colour: colours.quiet });
  const title = fitText(text.title, { ...bold, maxLines: 2 }, { from: 34, to: 14 });
  let y = pen.write(title, { x: left, y: 140 }, { weight: 'bold', colour: colours.signal });
  const unit = fitText(text.unit, { ...bold, maxLines: 2 }, { from: 84, to: 20 });
  y = pen.write(unit, { x: left, y: y + 28 + unit.size * 0.8 }, ink('bold'));
  const sector = fitText(text.sector, { ...plain, maxLines: 1 }, { from: 18, to: 9 });
  y = pen.write(sector, { x: left, y: y + 34 }, { weight: 'regular', colour: colours.quiet });
  const citation = fitText(text.citation, { ...plain, maxLines: 7 }, { from: 20, to: 9 });
  pen.write(citation, { x: left, y: y + 20 + citation.size * 1.2 }, ink('regular'));
  const foot = { weight: 'regular', colour: colours.quiet } as const;
  pen.write({ lines: [text.awardedOn], size: 13 }, { x: left, y: page.height - 68 }, foot);
  const place = { lines: [text.position], size: 9 };
  const placeWidth = plain.measure(text.position, place.size);
  pen.write(place, { x: right - placeWidth, y: page.height - 68 }, foot);
}

function ink(weight: Weight) {
  return { weight, colour: colours.ink };
}

/** The certificate as a PDF: one page, A4 landscape, fonts embedded. */
export async function drawCertificate(text: CertificateText): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    layout: 'landscape',
    margin: 0,
    info: { Title: `${text.title}: ${text.unit}`, Author: text.board },
  });
  drawGround(document);
  drawText(new Pen(document), text);
  document.end();
  return buffer(document);
}
