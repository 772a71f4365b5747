// The full way: each leaflet is merged, set, painted and read back.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { areaNames, openExample, refuse } from './example.mjs';
import { serve } from './served.mjs';

const [folder = ''] = process.argv.slice(2);
const { jobOf, press } = await openExample();

serve({
  async round(count, number) {
    const started = performance.now();
    let bytes = 0;
    for (const name of areaNames(count)) {
      const made = await press(jobOf(name), refuse, () => {});
      writeFileSync(join(folder, `${number} ${name}.pdf`), made.bytes);
      bytes = made.bytes.length;
    }
    return { files: count, seconds: (performance.now() - started) / 1000, bytes };
  },
});
