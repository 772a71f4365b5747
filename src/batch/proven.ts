import type { Faces } from '../typeset/faces.ts';
import { PlatePress } from './imprint.ts';
import type { PlateMade } from './plate.ts';

/**
 * A plate proves itself on the record that it was made with: it must make that record's file again. So none is kept of a
 * record whose name is set in letters that other records have not, or that takes the full way for another reason.
 */
export const proven = (made: PlateMade, bytes: Uint8Array, faces: Faces): PlateMade => {
  if (!('plate' in made)) return made;
  const again = new PlatePress(made.plate, faces).imprint(made.plate.values);
  if (again.kind === 'refused') return { refused: `its own record is refused: ${again.why}` };
  return Buffer.compare(again.bytes, bytes) === 0 ? made : { refused: 'it makes another file of its own record' };
};
