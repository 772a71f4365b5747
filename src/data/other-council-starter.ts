import { neutralBrand } from './brand-starter.ts';
import type { ElectionKind } from './record.ts';
import { flowText } from './yaml-text.ts';

/** A council that the registry does not know, as those of parishes and towns. */
export type OtherCouncil = { readonly slug: string; readonly name: string; readonly kind: ElectionKind };

/** The file of a council of which nobody but the council itself knows anything; what it has to supply is null. */
export const otherCouncilStarter = ({ slug, name, kind }: OtherCouncil): string => `# ${inComment(name)}
#
# Begun by an import. Fill in what is marked "missing". Lines that begin with # are notes and are not printed.
#
# To look for faults:  handbill check --council ${slug}
# To see it as it is:  handbill build --council ${slug} --draft

name: ${flowText(name, 'plain')}
brand: ${slug}

election:
  # As printed in the band.
  name: Local elections
  # One of: county, district, unitary, metropolitan, london-borough, combined-authority-mayor, mayor,
  # police-and-crime-commissioner, parish, town. For parish and town elections nothing is said of Operation Ford,
  # since it does not extend to them.
  kind: ${kind}
  date: ~  # missing: polling day, year-month-day

# Printed beside the contacts.
contactsCheckedOn: ~  # missing: the day on which somebody last rang the numbers below, year-month-day

returningOfficer:
  title: Returning Officer
  # name: …
  phones: ~  # missing: the number that candidates ring, as ["01632 960 001"]
  # email: …
  # address: ["…", "…"]
  # website: …

# The force that serves your area. Without a website, police.uk is printed.
police:
  - name: ~  # missing: the name of the police force
    # website: …
`;

/** Its colours to begin with. */
export const otherBrandStarter = ({ name }: OtherCouncil): string => `# The colours of ${inComment(name)}.

# Colours as "#" and six digits, in quotes. Put your council's own colour here: words must be readable on it, and it on
# white. A colour that is too light is refused, with the nearest shade that will do.
colours:
  brand: "${neutralBrand}"
`;

const inComment = (name: string): string => name.replace(/[\p{C}\u2028\u2029]/gu, ' ');

/** The kind of election that a council's name says by itself; undefined where it may be any. */
export function kindByName(name: string): ElectionKind | undefined {
  if (/\btown council$/i.test(name)) return 'town';
  return /\b(parish|community) council$/i.test(name) ? 'parish' : undefined;
}
