import { stringify } from 'yaml';
import { neutralBrand } from './brand-starter.ts';
import { ruleOf } from './nation-rules.ts';
import type { ElectionKind, Nation } from './record.ts';
import type { CouncilKind, RegisteredCouncil, Registry } from './registry.ts';
import type { ElectionRule } from './rule.ts';

/**
 * A council's file to begin with: filled with what the registry knows. What only the council knows is null, and a note
 * behind it says what is missing; `parse/missing-value` prints that note.
 */
export function councilStarter(council: RegisteredCouncil, registry: Registry): string {
  const { slug, name, shortName, gss, nation, force, website } = council;
  return `# ${name}
#
# Begun from handbill's registry, which holds names, police forces and websites, but nobody's number.
# Fill in what is marked "missing", and check the rest. Optional lines begin with "# " and a key: take the "# " away
# from those that you want. Every other line that begins with # is a note and is not printed.
#
# To look for faults:  handbill check --council ${slug}
# To see it as it is:  handbill build --council ${slug} --draft
${notesOn(council, registry)}
# The name as it is printed in the band at the top. Change it if your council writes it in another way.
name: ${scalar(name)}
# Optional. For narrow places, where the full name does not fit.
shortName: ${scalar(shortName)}
# The folder under content/brands that holds your colours and your logo.
brand: ${slug}

# Not printed.
${gss === undefined ? '' : `gss: ${gss}\n`}nation: ${nation}

election:
  # As printed in the band.
  name: Local elections
  # One of: county, district, unitary, metropolitan, london-borough, combined-authority-mayor, mayor,
  # police-and-crime-commissioner, parish, town. For parish and town elections nothing is said of Operation Ford,
  # since it does not extend to them.
  kind: ${ELECTIONS[council.kind]}
  date: ~  # missing: polling day, year-month-day

# Printed beside the contacts.
contactsCheckedOn: ~  # missing: the day on which somebody last rang the numbers below, year-month-day

returningOfficer:
  title: ${titleOf(council)}
  # name: …
  phones: ~  # missing: the number that candidates ring, as ["01632 960 001"]
  # Without a phone, take the line above away and give an email.
  # email: …
  # hours: Monday to Friday, 9am to 5pm
  # address: ["…", "…"]
  # website: …

${deputies(council)}
# Optional. The team that runs elections, not the one that registers voters.
# electoralServices:
#   title: Electoral services
#   phones: ["…"]
#   email: …
#   hours: …

# The force that serves your area.${force.website === undefined ? ' Without a website, police.uk is printed.' : ''}
police:
  - name: ${scalar(force.name)}
${force.website === undefined ? '    # website: …' : `    website: ${scalar(force.website)}`}

${ADVISOR[nation]}
# Optional. Whom to ask for large print, easy read, audio, braille or another language. The Relay UK number is made
# from the phone: leave 18001 out.
# alternativeFormats:
#   phone: "…"
#   email: …

# Optional. Who publishes the leaflet, on its last page.${website === undefined ? '' : ' Open the website once: it may have moved.'}
issuedBy:
  name: ${scalar(name)}
  # address: ["…", "…"]
${website === undefined ? '  # website: …' : `  website: ${scalar(website)}`}

# For a leaflet that names its ${areasOf(council)}, list them in a table:
# handbill batch --council ${slug} --areas <file>
`;
}

/** The colours to begin with: dark and neutral, so that white words can be read on them. */
export const brandStarter = ({ name }: RegisteredCouncil): string => `# The colours and the logo of ${name}.

# Colours as "#" and six digits, in quotes: without them YAML takes what follows # for a note.
colours:
  # The band at the top, the numbers of the sections. Put your council's own colour here: words must be readable on it,
  # and it on white. A colour that is too light is refused, with the nearest shade that will do.
  brand: "${neutralBrand}"
  # Optional: words and logo on the band. White unless stated.
  # onBrand: "#ffffff"
  # Optional: the ground of panels in which the council speaks. The brand at 6 % on white unless stated.
  # tint: "#f0f4f3"

# Optional. Without a logo, the council's name stands alone on the band. With one: put it beside this file as logo.svg,
# plain SVG of flat shapes in a square, its text turned into outlines, and take the "# " away below.
# logo:
#   file: logo.svg
#   # What a screen reader says of it.
#   alt: ${name} logo
`;

/** A text as YAML has it: in quotes where they are needed. */
const scalar = (text: string): string => stringify(text, { lineWidth: 0 }).trimEnd();

const ELECTIONS: { readonly [kind in CouncilKind]: ElectionKind } = {
  county: 'county',
  district: 'district',
  unitary: 'unitary',
  metropolitan: 'metropolitan',
  'london-borough': 'london-borough',
  // Its wards elect as those of the boroughs around it do.
  'city-of-london': 'london-borough',
};

const rulesOf = ({ kind, nation }: RegisteredCouncil): ElectionRule => ruleOf(nation, ELECTIONS[kind]);

const titleOf = (council: RegisteredCouncil): string => rulesOf(council).officers.is.titles[0] ?? '';

function notesOn({ county, kind, nation, nameWelsh }: RegisteredCouncil, { bySlug }: Registry): string {
  const notes: string[] = [];
  const above = county === undefined ? undefined : bySlug(county);
  if (above) {
    notes.push(
      `# This is a district in the area of ${above.name}. Elections to the county council are`,
      `# run by the County Returning Officer. Their leaflets are made for the county: handbill init ${above.slug}`,
    );
  }
  if (kind === 'county') {
    notes.push('# Elections to district councils are run by their own Returning Officers: each has a file of its own.');
  }
  if (nation === 'wales') {
    notes.push(
      ...(nameWelsh === undefined ? [] : [`# In Welsh: ${nameWelsh}`]),
      '# Neither that name nor Welsh guidance is printed yet: the words of the guidance must come from its issuer, and',
      '# are never translated by machine.',
    );
  }
  if (nation === 'northern-ireland') {
    notes.push(
      '# The guidance speaks of roles that may not exist in Northern Ireland, such as Force Elected Official Advisors.',
      '# Ask the Electoral Office and the Police Service which of it applies, and say so in your own words.',
    );
  }
  return notes.length === 0 ? '' : `#\n${notes.join('\n')}\n`;
}

function deputies(council: RegisteredCouncil): string {
  const { is } = rulesOf(council).deputies;
  const why = is === undefined ? 'If there are deputies whom candidates may ring.' : `At ${is.at}, who\n# ${is.does}.`;
  return `# Optional. ${why}
# deputyReturningOfficers:
#   - title: ${is?.titles[0] ?? 'Deputy Returning Officer'}
#     name: …
#     phones: ["…"]
`;
}

/** How the areas are called that may each have a leaflet, the usual word first. */
const areasOf = (council: RegisteredCouncil): string => rulesOf(council).nouns.is.join(' or ');

const FEOA = `# Optional. Your force's elected official advisor. Printed with "For advice, not to report a crime".
# feoa:
#   title: Operation Ford advisor
#   phones: ["…"]
#   email: …
`;

const ADVISOR: { readonly [nation in Nation]: string } = {
  england: FEOA,
  wales: FEOA,
  scotland: FEOA,
  'northern-ireland': FEOA.replace(
    "Your force's elected official advisor.",
    'An advisor for candidates, if there is one.',
  ),
};
