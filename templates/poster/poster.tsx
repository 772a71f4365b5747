import { dayInWords } from '../../src/content/dates.ts';
import { operationFordApplies } from '../../src/data/election-rules.ts';
import type { Report } from '../../src/diagnostics/diagnostic.ts';
import { Leaf, Leaves } from '../../src/typeset/elements.tsx';
import { filled, phrase, unbroken } from '../../src/typeset/phrase.ts';
import { poster as styles } from '../../src/typeset/scale.ts';
import type { Parts, Template } from '../../src/typeset/template.ts';
import { contactsOf, forceNames } from '../pieces/contacts.ts';
import { fitName } from '../pieces/names.ts';
import { nameMeasure, PosterFace } from './face.tsx';
import { type PosterFit, posterFits } from './fits.ts';
import { height, size, width } from './grid.ts';
import { inOneLanguage, nameSettings } from './look.ts';

/** The A3 poster for the count and the party office: whom to call. */
export const poster: Template<PosterFit> = {
  name: 'poster',
  size,
  pages: { least: 1, most: 1 },
  takes: 'parts',
  fits: posterFits,
  compose(parts, fit, _known, report) {
    const { furniture, edition } = parts;
    const { council, area } = edition.record;
    const date = unbroken(dayInWords(council.contactsCheckedOn, edition.guidance.language));
    const listed = contactsOf(council).map((contact) => ({ ...contact, titles: [{ text: contact.title }] }));
    return (
      <Leaves>
        <Leaf width={width} height={height} palette={parts.palette} faces={parts.faces}>
          <PosterFace
            parts={parts}
            fit={fit}
            look={inOneLanguage}
            names={nameOf(parts, report)}
            titles={[{ text: furniture.posterTitle }]}
            areas={area === undefined ? [] : [{ text: area }]}
            danger={[{ text: furniture.danger.replaceAll('\n', ' ') }]}
            crime={[{ text: furniture.crime.replaceAll('\n', ' ') }]}
            forces={[{ text: forceNames(council) }]}
            site={phrase(furniture.orPoliceUk, {}, 700)}
            say={operationFordApplies(council.election.kind) ? [{ text: furniture.posterSay }] : []}
            listed={listed}
            adviceOnly={phrase(furniture.adviceOnly)}
            checkedOn={phrase(filled(furniture.checkedOn, { date }))}
            caption={[
              { runs: phrase(furniture.online, {}, 700), style: styles.caption },
              { runs: phrase(furniture.qrShort), style: styles.captionText },
            ]}
          />
        </Leaf>
      </Leaves>
    );
  },
};

const nameOf = ({ brand, edition, faces }: Parts, report: Report) => {
  const { text, style } = fitName(
    edition.record.council,
    nameSettings,
    nameMeasure(brand),
    faces,
    'the band of the poster',
    report,
  );
  return { said: [{ text }], style };
};
