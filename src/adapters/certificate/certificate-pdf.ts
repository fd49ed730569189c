import { jsPDF } from 'jspdf';

/** The text of a certificate, in the language of the page. */
export interface CertificateText {
  /** As the file is called in its properties. */
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly name: string;
  /** Follows the name. */
  readonly statement: string;
  readonly lines: readonly { readonly label: string; readonly text: string }[];
  readonly code: { readonly label: string; readonly text: string };
  readonly foot: string;
}

/** An upright A4 sheet, mm. */
const WIDTH_MM = 210;
const HEIGHT_MM = 297;
const MARGIN_MM = 25;
const LABEL_MM = 34;
const LINE = 1.3;
const MM_PER_POINT = 25.4 / 72;
const INK = '#14202b';
const ACCENT = '#0b6f6a';

/** The certificate as a PDF with text that can be found, copied and read aloud. Nothing is loaded for it. */
export function certificatePdf(text: CertificateText): Blob {
  const pdf = new jsPDF({ unit: 'mm', format: 'a4' });
  pdf.setProperties({ title: `${text.title}, ${text.name}`, creator: 'Batsign' });
  pdf.setLanguage(text.language as Parameters<jsPDF['setLanguage']>[0]);
  pdf.setTextColor(INK);
  pdf.setDrawColor(ACCENT);
  pdf.setLineWidth(0.8);
  pdf.rect(12, 12, WIDTH_MM - 24, HEIGHT_MM - 24);
  let y = 48;
  const paragraph = (content: string, points: number, style: 'normal' | 'bold', x = MARGIN_MM): void => {
    pdf.setFont('helvetica', style).setFontSize(points);
    const lines: string[] = pdf.splitTextToSize(content, WIDTH_MM - MARGIN_MM - x);
    pdf.text(lines, x, y, { lineHeightFactor: LINE });
    y += lines.length * points * MM_PER_POINT * LINE;
  };
  pdf.setTextColor(ACCENT);
  paragraph(text.title, 24, 'bold');
  pdf.setTextColor(INK);
  y += 14;
  if (textIsPrintable(text.name)) paragraph(text.name, 28, 'bold');
  else y += namePaint(pdf, text.name, y);
  y += 2;
  paragraph(text.statement, 14, 'normal');
  y += 12;
  for (const { label, text: content } of text.lines) {
    const from = y;
    paragraph(label, 11, 'bold');
    y = from;
    paragraph(content, 11, 'normal', MARGIN_MM + LABEL_MM);
    y += 3;
  }
  y += 6;
  paragraph(text.code.label, 11, 'bold');
  pdf.setFont('courier', 'bold').setFontSize(18);
  pdf.text(text.code.text, MARGIN_MM, y + 4);
  y += 16;
  paragraph(text.foot, 9, 'normal');
  return pdf.output('blob');
}

/** Letters of the fonts that every reader of PDF has: those of western Europe. */
const PRINTABLE = /^[\u0020-\u007e\u00a0-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]*$/;

function textIsPrintable(text: string): boolean {
  return PRINTABLE.test(text);
}

/** A name in other letters, as a picture in the fonts of the page; gives its height, mm. The properties have it as text. */
function namePaint(pdf: jsPDF, name: string, y: number): number {
  const canvas = document.createElement('canvas');
  const width = WIDTH_MM - 2 * MARGIN_MM;
  const height = 14;
  const scale = 8;
  canvas.width = width * scale;
  canvas.height = height * scale;
  const pen = canvas.getContext('2d');
  if (pen === null) return 0;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = INK;
  pen.font = `bold ${9.9 * scale}px sans-serif`;
  pen.textBaseline = 'middle';
  pen.fillText(name, 0, canvas.height / 2, canvas.width);
  pdf.addImage(canvas, 'PNG', MARGIN_MM, y - height / 1.4, width, height, undefined, 'FAST');
  return 28 * MM_PER_POINT * LINE;
}
