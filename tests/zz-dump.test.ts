import { test } from 'vitest';
import { leaflet } from '../templates/leaflet/leaflet.tsx';
import { walletCard } from '../templates/wallet-card/wallet-card.tsx';
import { example, setOf } from './sources.ts';
import { colourBoxes, drawings, textLines } from './typeset/laid-text.ts';
test('dump', async () => {
  for (const t of [leaflet, walletCard]) {
    const { pages, diagnostics } = await setOf(t as typeof leaflet, example());
    console.log(JSON.stringify(diagnostics), pages.map((p) => [p.width, p.height, p.foot]));
    const r = (n: number) => n.toFixed(1);
    console.log(textLines(pages).map((l) => [l.page, r(l.left), r(l.top), r(l.right), r(l.baseline), `${l.size}/${l.leading}${l.bold ? 'b' : ''}`, l.box.role, l.colour, l.text].join('  ')).join('\n'));
    console.log(colourBoxes(pages).map((l) => [l.page, r(l.left), r(l.top), r(l.width), r(l.height), l.colour].join('  ')).join('\n'));
    console.log(drawings(pages).map((l) => [l.page, r(l.left), r(l.top), r(l.width), r(l.height)].join('  ')).join('\n'));
  }
});
