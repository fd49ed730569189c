import { expect, test } from 'vitest';
import { certificatePdf } from '../../../../src/adapters/certificate/certificate-pdf.ts';

test('a certificate has its text as text, accents and all', async () => {
  const blob = certificatePdf({
    title: 'Certificado de Batsign',
    language: 'es',
    name: 'Íñigo Núñez (Peña)',
    statement: 'ha aprobado el examen de ecografía pulmonar de Batsign.',
    lines: [{ label: 'Fecha', text: '¿Cuándo? 30 nov. 2026 · 14 de 16' }],
    code: { label: 'Código', text: 'ABCD-0123-EFGH-4567-JKMN' },
    foot: 'Solo para formación.',
  });
  const text = Buffer.from(await blob.arrayBuffer()).toString('latin1');
  expect(text.startsWith('%PDF-')).toBe(true);
  for (const written of [
    '(Certificado de Batsign)',
    '(Íñigo Núñez \\(Peña\\))',
    '(ha aprobado el examen de ecografía pulmonar de Batsign.)',
    '(¿Cuándo? 30 nov. 2026 · 14 de 16)',
    '(Código)',
    '(ABCD-0123-EFGH-4567-JKMN)',
  ]) {
    expect(text, written).toContain(written);
  }
  expect(text).toContain('/WinAnsiEncoding');
  expect(text).toContain('/Lang (es)');
});
