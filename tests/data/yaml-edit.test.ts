import { expect, test } from 'vitest';
import { editYaml } from '../../src/data/yaml-edit.ts';
const t=`# top

name: "A"   # c
# note
ro:
  title: RO
  phones: ~  # missing: x
  # name: …
  # email: …
  # Without

# Optional.
# es:
#   title: x

police:
  - name: P
    # website: …
flow: { a: 1, b: ["x"] }
addr:
  - one   # k
  - two
last: ~`;
test('x', () => {
console.log(editYaml(t,[{keyPath:'ro.phones',value:['01632 960 001'],note:'from x; was "y"'},{keyPath:'ro.email',value:'a@b',note:'n'},{keyPath:'ro.hours',value:'9: x # y',note:'n'},{keyPath:'es.title',value:'E',note:'t'},{keyPath:'es.phones',value:['1','2'],note:'t'},{keyPath:'police.0.website',value:'https://x'},{keyPath:'police.1.name',value:'Q',note:'q'},{keyPath:'flow.b',value:['z'],note:'fb'},{keyPath:'flow.c',value:'d',note:'fc'},{keyPath:'addr',value:['1','2'],note:'ad'},{keyPath:'last.0.name',value:'L',note:'l'},{keyPath:'name',value:'B',note:'nn'}]));
});
