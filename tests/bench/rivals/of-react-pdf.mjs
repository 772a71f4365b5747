// The same words with @react-pdf/renderer as its users write it: no tags, since it writes none.
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { Document, Font, Link, Page, renderToBuffer, StyleSheet, Text, View } from '@react-pdf/renderer';
import { createElement } from 'react';
import { areaNames } from '../example.mjs';
import { serve } from '../served.mjs';
import { AREA, leafletWords } from './leaflet-words.mjs';

const [folder = ''] = process.argv.slice(2);
const leaflet = await leafletWords();

const require = createRequire(import.meta.url);
const face = (name) => require.resolve(`@expo-google-fonts/atkinson-hyperlegible-next/${name}`);
Font.register({
  family: 'Atkinson',
  fonts: [
    { src: face('400Regular/AtkinsonHyperlegibleNext_400Regular.ttf'), fontWeight: 400 },
    { src: face('700Bold/AtkinsonHyperlegibleNext_700Bold.ttf'), fontWeight: 700 },
  ],
});
Font.registerHyphenationCallback((word) => [word]);

const styles = StyleSheet.create({
  page: { padding: 57, paddingBottom: 71, fontFamily: 'Atkinson', fontSize: 12, lineHeight: 1.4 },
  paragraph: { marginBottom: 8 },
  1: { fontSize: 30, fontWeight: 700, marginBottom: 12 },
  2: { fontSize: 18, fontWeight: 700, marginBottom: 8 },
  3: { fontSize: 14, fontWeight: 700, marginBottom: 6 },
  bold: { fontWeight: 700 },
  item: { flexDirection: 'row', marginBottom: 4 },
  label: { width: 18 },
  words: { flex: 1 },
  foot: { position: 'absolute', top: 785, left: 57 },
  folio: { position: 'absolute', top: 785, right: 57 },
});

const runs = (all, area) =>
  all.map(({ text, bold, link }, key) => {
    const words = text.replaceAll(AREA, area);
    if (link !== undefined) return createElement(Link, { key, src: link, style: bold ? styles.bold : {} }, words);
    return createElement(Text, { key, style: bold ? styles.bold : {} }, words);
  });

const block = (given, area, key) => {
  if (given.kind !== 'list') {
    const style = given.kind === 'heading' ? styles[given.level] : styles.paragraph;
    return createElement(Text, { key, style }, runs(given.runs, area));
  }
  return given.items.map((item, i) =>
    createElement(
      View,
      { key: `${key} ${i}`, style: styles.item },
      createElement(Text, { style: styles.label }, given.ordered ? `${i + 1}.` : '•'),
      createElement(Text, { style: styles.words }, runs(item, area)),
    ),
  );
};

const page = (blocks, area, key) =>
  createElement(
    Page,
    { key, size: 'A4', style: styles.page },
    createElement(Text, { fixed: true, style: styles.foot }, runs(leaflet.foot, area)),
    createElement(Text, {
      fixed: true,
      style: styles.folio,
      render: ({ pageNumber, totalPages }) => `Page ${pageNumber} of ${totalPages}`,
    }),
    blocks.map((each, i) => block(each, area, i)),
  );

const make = (area) =>
  renderToBuffer(
    createElement(
      Document,
      { title: `${leaflet.title} – ${area}`, author: 'Anyshire District Council', language: 'en-GB' },
      page(leaflet.first, area, 'first'),
      page(leaflet.rest, area, 'rest'),
    ),
  );

serve({
  async round(count) {
    const started = performance.now();
    let size = 0;
    for (const name of areaNames(count)) {
      const bytes = await make(name);
      writeFileSync(join(folder, `react-pdf ${name}.pdf`), bytes);
      size = bytes.length;
    }
    return { files: count, seconds: (performance.now() - started) / 1000, bytes: size };
  },
});
