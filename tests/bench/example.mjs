import { join } from 'node:path';
import { dist } from './measured.mjs';

// The example council of the product, and as many made-up areas of it as are wanted.

export const DAY = '2025-03-20';

/** @type {(diagnostic: object) => never} The example has no faults. */
export const refuse = (diagnostic) => {
  throw new Error(JSON.stringify(diagnostic));
};

const syllables = ['Ash', 'Beck', 'Clay', 'Dun', 'Elm', 'Fen', 'Gil', 'Holt', 'Ings', 'Kel', 'Lang', 'Mar', 'Nor'];
const endings = ['bury', 'combe', 'den', 'field', 'ford', 'ham', 'hurst', 'ley', 'minster', 'ton', 'wick', 'worth'];
const kinds = ['', ' North', ' South', ' St Mary’s', ' and Oakley', ' with Thorpe', ' Park', ' Castle', ' Bridge'];

/**
 * Names as wards have them, no two alike.
 *
 * @param {number} count
 */
export const areaNames = (count) =>
  Array.from({ length: count }, (_, i) => {
    const first = syllables[i % syllables.length];
    const second = endings[Math.floor(i / syllables.length) % endings.length];
    const third = kinds[Math.floor(i / (syllables.length * endings.length)) % kinds.length];
    const round = Math.floor(i / (syllables.length * endings.length * kinds.length));
    return `${first}${second}${third}${round > 0 ? ` ${syllables[round - 1]}` : ''} ward`;
  });

/** The sources of the example council, parsed. */
export const openExample = async () => {
  const { openShelf } = await import(join(dist, 'src/commands/sources.js'));
  const { openProject, packageFolder } = await import(join(dist, 'src/project.js'));
  const { withArea } = await import(join(dist, 'src/data/council.js'));
  const { press } = await import(join(dist, 'src/pipeline.js'));
  const project = openProject(packageFolder(), undefined, refuse);
  const { sources } = openShelf(project, refuse).load('anyshire', undefined, refuse);
  const jobOf = (area, product = 'leaflet') => ({
    product,
    sources: { ...sources, record: withArea(sources.record, area) },
    status: 'final',
    day: DAY,
  });
  return { jobOf, press };
};

/** The bytes of the faces that the product has. */
export const readFaces = async () => (await import(join(dist, 'src/project.js'))).readFaces();
