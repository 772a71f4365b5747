import type { ReactElement } from 'react';
import { hasMarks, unmarked } from '../content/marks.ts';
import { Figure } from './elements.tsx';
import { qrOutline } from './qr-outline.ts';
import type { Palette } from './scale.ts';
import { useSetting } from './setting.ts';

type QrCodeProps = { readonly text: string; readonly alt: string; readonly size: number; readonly palette: Palette };

/**
 * A QR code (ISO/IEC 18004), error correction M, ink on white. Four modules of clear paper around it are the
 * template's business; so are the words by which one finds the page without it.
 */
export const QrCode = ({ text, alt, size, palette }: QrCodeProps): ReactElement => {
  const { faces } = useSetting();
  if (hasMarks(text)) faces.trace?.lose('a QR code says the name of the area');
  const { d, size: modules } = qrOutline(unmarked(text));
  const shapes = [{ d, fill: palette.ink, meant: { fill: 'ink' }, fillRule: 'evenodd' }] as const;
  return <Figure alt={alt} width={size} height={size} viewBox={[0, 0, modules, modules]} shapes={shapes} />;
};
