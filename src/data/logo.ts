import type { Report } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/source.ts';
import { type Logo, type LogoRoom, usualRoom } from './brand.ts';
import { parseDrawing } from './drawing.ts';

/**
 * Reads a logo for the band: its own colours stay; what has none takes the colour of the band's words, and what is cut
 * out the band's.
 *
 * @returns undefined when an error was reported
 */
export function parseLogo(file: SourceFile, alt: string, report: Report, room: LogoRoom = usualRoom): Logo | undefined {
  const drawing = parseDrawing(file, 'logo', report);
  return drawing && { alt, viewBox: drawing.viewBox, shapes: drawing.shapes, ...room };
}
