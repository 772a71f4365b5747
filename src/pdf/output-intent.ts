import type { PdfFile } from './file.ts';
import { srgbProfile } from './icc.ts';
import { name, type Ref, text } from './objects.ts';
import type { Intent } from './press.ts';

/**
 * Writes what the colours of a file mean. For a screen sRGB (ISO 19005-2, 6.2.3). For a press the same profile twice, as
 * an object that both share: for PDF/X (ISO 15930-7, 6.2.2) and for PDF/A.
 */
export const intentsOf = (intent: Intent, file: PdfFile): Ref[] => {
  if (intent.kind === 'screen') {
    const screen = {
      Type: name('OutputIntent'),
      S: name('GTS_PDFA1'),
      OutputConditionIdentifier: text('sRGB'),
      Info: text('sRGB IEC61966-2.1'),
      DestOutputProfile: file.stream(srgbProfile(), { N: 3 }),
    };
    return [file.add(screen)];
  }
  const profile = file.stream(intent.profile, { N: 4 });
  return ['GTS_PDFX', 'GTS_PDFA1'].map((standard) =>
    file.add({
      Type: name('OutputIntent'),
      S: name(standard),
      OutputConditionIdentifier: text(intent.identifier),
      OutputCondition: text(intent.description),
      RegistryName: intent.identifier === 'Custom' ? undefined : text('http://www.color.org'),
      Info: text(intent.description),
      DestOutputProfile: profile,
    }),
  );
};
