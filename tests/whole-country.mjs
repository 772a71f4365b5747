import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

// A project with every council of the registry, for checks and benches of the whole country: their real names, codes and
// police forces, and contacts that are examples (numbers that Ofcom keeps for drama, domains that nobody has).

const tableOf = (path) => parse(readFileSync(path, 'utf8'), { columns: true, bom: true });

const kinds = {
  county: 'county',
  district: 'district',
  metropolitan: 'metropolitan',
  'london-borough': 'london-borough',
};

const brands = ['anyshire', 'northmoor', 'llanfair-y-wyl'];

export function writeWholeCountry(folder) {
  const councils = tableOf('content/registry/councils.csv');
  const forces = new Map(tableOf('content/registry/police-forces.csv').map(({ id, name }) => [id, name]));
  mkdirSync(join(folder, 'content/councils'), { recursive: true });
  for (const brand of brands) {
    cpSync(`content/brands/${brand}`, join(folder, 'content/brands', brand), { recursive: true });
  }
  councils.forEach(({ slug, name, nation, kind, gss, force }, i) => {
    const number = (at) => `01632 960 ${String((i * 3 + at) % 1000).padStart(3, '0')}`;
    const lines = [
      `name: ${JSON.stringify(name)}`,
      `brand: ${brands[i % brands.length]}`,
      `example: ${slug}`,
      ...(gss ? [`gss: ${gss}`] : []),
      `nation: ${nation}`,
      `election: { name: Local elections, kind: ${kinds[kind] ?? 'unitary'}, date: 2025-05-01 }`,
      'contactsCheckedOn: 2025-03-20',
      `returningOfficer: { title: Returning Officer, name: Alex Example, phones: ["${number(1)}"], email: ro@${slug}.example }`,
      `electoralServices: { title: Electoral services, phones: ["${number(2)}"], email: elections@${slug}.example, hours: "Monday to Friday, 9am to 5pm" }`,
      `police: [{ name: ${JSON.stringify(forces.get(force) ?? 'Example Police')} }]`,
    ];
    writeFileSync(join(folder, 'content/councils', `${slug}.yaml`), `${lines.join('\n')}\n`);
  });
  return councils.map(({ slug }) => slug);
}
