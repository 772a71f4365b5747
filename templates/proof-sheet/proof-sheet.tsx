import type { ReactElement } from 'react';
import type { Found } from '../../src/content/contacts-in-words.ts';
import { dayInWords, weekdayInWords } from '../../src/content/dates.ts';
import { shortHash } from '../../src/data/contacts.ts';
import { entriesOf } from '../../src/data/proof.ts';
import {
  At,
  Block,
  Column,
  Frame,
  Furniture,
  Keep,
  Leaf,
  Leaves,
  Row,
  Rule,
  Space,
  Stack,
} from '../../src/typeset/elements.tsx';
import { filled, phrase, unbroken } from '../../src/typeset/phrase.ts';
import { page, space } from '../../src/typeset/scale.ts';
import type { Folio, Parts, Template } from '../../src/typeset/template.ts';
import { Heading, Label, linesTaken, Paragraph } from '../../src/typeset/words.tsx';
import { mm } from '../../src/units.ts';
import { a4, foot, measure, side, textFoot, textTop } from '../leaflet/grid.ts';
import { columnsFor, EntryRows, FixedEntries } from './rows.tsx';

/** What is to be proved: the numbers in the council's own words, and the hash of all contacts. */
export type Proof = { readonly inWords: readonly Found[]; readonly hash: string };

/** Space between the contacts, and between their entries. */
type ProofFit = { readonly group: number; readonly row: number };

const roomy: ProofFit = { group: space.l, row: space.xs };

/** One page on which somebody ticks what was rung, and signs: it is never handed to a candidate. */
export const proofSheet = (proof: Proof): Template<ProofFit> => ({
  name: 'proof-sheet',
  size: { width: mm(210), height: mm(297) },
  pages: { least: 1, most: 20 },
  takes: 'parts',
  fits: [roomy],
  // One page if it can be; else the last one carries more than a signature.
  isGood: ({ pages, lastPageFill }) => pages === 1 || lastPageFill >= 1 / 3,
  improve: () => [
    { ...roomy, group: space.s },
    { group: space.s, row: 0 },
    { group: space.xl, row: space.s },
    { group: space.xxl, row: space.m },
  ],
  compose: (parts, fit) => (
    <Leaves>
      <Leaf
        {...a4}
        palette={parts.palette}
        faces={parts.faces}
        margins={{ top: textTop, bottom: a4.height - textFoot, side }}
      >
        <Head parts={parts} />
        <Space height={space.xl} />
        <Entries parts={parts} proof={proof} fit={fit} />
        <Space height={fit.group} />
        <Signing parts={parts} proof={proof} />
      </Leaf>
    </Leaves>
  ),
  furnish: (parts, folio) => (
    <Leaves>
      <Leaf {...a4} palette={parts.palette} faces={parts.faces}>
        <Block width={a4.width} height={space.s} colour="brand" />
        <Block left={side} top={foot.rule} width={measure} height={0.75} colour="rule" />
        <Furniture at="Footer">
          <Foot parts={parts} proof={proof} folio={folio} />
        </Furniture>
      </Leaf>
    </Leaves>
  ),
});

const Head = ({ parts }: { readonly parts: Parts }): ReactElement => {
  const { furniture, edition } = parts;
  const { council } = edition.record;
  const day = unbroken(weekdayInWords(council.election.date, edition.guidance.language));
  return (
    <Stack>
      <Heading level={1} runs={furniture.proofTitle} style={page.title} />
      <Space height={space.xs} />
      <Label runs={council.name} style={page.h3} rag="text" />
      <Label runs={`${council.election.name}, ${day}`} style={page.lead} rag="text" />
      <Space height={space.m} />
      <Paragraph runs={furniture.proofLead} />
    </Stack>
  );
};

type EntriesProps = { readonly parts: Parts; readonly proof: Proof; readonly fit: ProofFit };

const Entries = ({ parts, proof, fit }: EntriesProps): ReactElement => {
  const { furniture, edition, faces } = parts;
  const groups = entriesOf(edition.record, proof.inWords, furniture);
  const columns = columnsFor(groups, faces);
  const day = unbroken(dayInWords(edition.record.council.contactsCheckedOn, edition.guidance.language));
  const checkedOn = filled(furniture.checkedOn, { date: day });
  return (
    <Stack gap={fit.group}>
      {groups.map((group, i) => (
        <EntryRows key={i} group={group} columns={columns} gap={fit.row} checkedOn={checkedOn} parts={parts} />
      ))}
      <FixedEntries parts={parts} />
    </Stack>
  );
};

/** Where name, day and signature are written by hand. */
const fields = { name: 200, date: 108, gap: 12, height: 40 } as const;

const Signing = ({ parts, proof }: { readonly parts: Parts; readonly proof: Proof }): ReactElement => {
  const { furniture } = parts;
  const lines = [
    { label: furniture.proofName, width: fields.name },
    { label: furniture.proofDate, width: fields.date },
    { label: furniture.proofSignature, width: measure - fields.name - fields.date - 2 * fields.gap },
  ];
  return (
    <Keep>
      <Rule colour="brand" thickness={2} />
      <Space height={space.m} />
      <Paragraph runs={phrase(furniture.proofSigning, { hash: shortHash(proof.hash) })} />
      <Space height={fields.height} />
      <Row gap={fields.gap}>
        {lines.map(({ label, width }) => (
          <Column key={label} width={width}>
            <Rule colour="ink" />
            <Space height={space.xs} />
            <Label runs={label} style={page.furniture} colour="quiet" />
          </Column>
        ))}
      </Row>
    </Keep>
  );
};

const folioWidth = 100;

const Foot = ({
  parts,
  proof,
  folio,
}: {
  readonly parts: Parts;
  readonly proof: Proof;
  readonly folio: Folio;
}): ReactElement => {
  const { furniture, edition, faces } = parts;
  const pages = { page: String(folio.page), pages: String(folio.pages) };
  const { name: council } = edition.record.council;
  const width = measure - folioWidth - space.l;
  const hash = shortHash(proof.hash);
  const whole = filled(furniture.proofFoot, { council, hash });
  const fits = linesTaken(whole, page.furniture, width, faces) === 1;
  const text = fits ? whole : filled(furniture.proofFootShort, { hash });
  return (
    <>
      <Frame name="foot" left={side} top={foot.line} width={width} height={foot.height}>
        <Label runs={text} style={page.furniture} colour="quiet" />
      </Frame>
      <Frame name="folio" left={side + measure - folioWidth} top={foot.line} width={folioWidth} height={foot.height}>
        <At left={0} top={0} width={folioWidth}>
          <Label
            runs={unbroken(filled(furniture.footPage, pages))}
            style={page.furniture}
            colour="quiet"
            align="right"
          />
        </At>
      </Frame>
    </>
  );
};
