import type { Detail, Field, Role } from './fields.ts';

// Headings that people write, as `foldHeading` leaves them: small letters and figures alone. A new one is put where it
// belongs, and into the table of tests/import/recognise-heading.test.ts.

/** Every word of a list, apart by spaces. */
const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

/** Each beginning with each end, and alone. */
const combined = (starts: string, ends: string): readonly string[] =>
  words(starts).flatMap((start) => [start, ...words(ends).map((end) => start + end)]);

const table = <T>(entries: readonly (readonly [value: T, names: readonly string[]])[]): ReadonlyMap<string, T> =>
  new Map(entries.flatMap(([value, names]) => names.map((name) => [name, value] as const)));

/** What a heading says of a contact, whosever it is. */
export const DETAILS: ReadonlyMap<string, Detail> = table<Detail>([
  ['title', words('title jobtitle position post designation postheld teitl swydd')],
  [
    'name',
    words(
      'name names fullname contactname namedcontact person contactperson officer officername nameofofficer contact enw',
    ),
  ],
  [
    'phones',
    [
      ...combined(
        'tel telephone phone telephones phones ph contact mobile mob landline helpline switchboard ffon rhifffon',
        'no nos num number numbers',
      ),
      ...words(
        'contactphone contacttel contacttelephone telephoneline phoneline directline directdial ddi dialin hotline phonenumbers',
      ),
      ...words(
        'telephonecontact phonecontact officephone officetel worktel workphone daytimephone mobilephone telnoext rhif',
      ),
    ].filter((name) => name !== 'contact'),
  ],
  [
    'email',
    [
      ...combined('email mail emails emailcontact contactemail emailaddr', 'address addresses id'),
      ...words('mailbox inbox eaddress electronicmail teamemail genericemail ebost cyfeiriadebost'),
    ],
  ],
  [
    'hours',
    words(
      'hours openinghours officehours openinghrs opening openingtimes opentimes officetimes times availability hoursofopening oriau oriauagor oriauswyddfa',
    ),
  ],
  [
    'address',
    words(
      'address addresses postaladdress officeaddress mailingaddress correspondenceaddress fulladdress streetaddress addressline addrline addr address line street road building town city posttown locality cyfeiriad addresstown addresscity addresscounty',
    ).filter((name) => name !== 'line'),
  ],
  ['postcode', words('postcode postalcode pcode postcodes zip zipcode codpost addresspostcode')],
  [
    'website',
    words(
      'website web url webpage webaddress websiteaddress websiteurl weburl webaddr site homepage link weblink www internet gwefan',
    ),
  ],
]);

/** Whose details a heading gives. */
export const ROLES: ReadonlyMap<string, Role> = table<Role>([
  [
    'returningOfficer',
    words(
      'returningofficer returningofficers ro actingreturningofficer aro returningofficeracting localreturningofficer lro countyreturningofficer cro chiefelectoralofficer actingro countyro combinedauthorityreturningofficer caro swyddogcanlyniadau',
    ),
  ],
  [
    'deputyReturningOfficers.0',
    words(
      'deputyreturningofficer deputyreturningofficers deputyro deputyros dro dros deputyactingreturningofficer daro deputycountyreturningofficer dirprwyswyddogcanlyniadau',
    ),
  ],
  [
    'electoralServices',
    words(
      'electoralservices electoralservice electoralservicesteam electoralservicesoffice electoralservicesmanager electoralserviceoffice es est electionservices electionsservices electionservice election elections electionsteam electionteam electionsoffice electionoffice electionsunit electionsdepartment electionsdept electionsofficer electionofficer electionsmanager electoral electoraloffice electoralteam electoralunit gwasanaethauetholiadol gwasanaethauetholiad tîmetholiadau timetholiadau etholiadau',
    ),
  ],
  [
    'feoa',
    words(
      'feoa spoc policespoc singlepointofcontact policesinglepointofcontact policecontact forceelectedofficialadvisor forceelectedofficialsadvisor forceelectedofficialadviser electedofficialadvisor operationford opford operationfordspoc operationfordadvisor operationfordadviser operationfordcontact operationfordofficer opfordcontact opfordspoc candidatesecurityofficer policeliaisonofficer policeliaison',
    ),
  ],
]);

/** Other groups of a council's file, and what they hold. */
export const GROUPS: ReadonlyMap<string, 'police' | 'alternativeFormats' | 'issuedBy'> = table([
  ['police', words('police policeforce force heddlu constabulary')],
  [
    'alternativeFormats',
    words(
      'alternativeformats alternativeformat altformats otherformats accessibleformats accessibility accessibleinformation largeprint fformatauerailll fformatauamgen',
    ),
  ],
  ['issuedBy', words('issuedby publishedby publisher printedby issuer')],
]);

/** What a council is called by those who do not say "council". */
export const COUNCIL = words(
  'council councils localauthority nameofcouncil localauthorities la lad authority district borough unitary organisation organization officialname localcouncil councilarea localgovernment lpa cyngor awdurdod awdurdodlleol',
);

/** Headings that say what a column holds all by themselves, in a file about councils or their contacts. */
export const OF_COUNCILS: ReadonlyMap<string, Field> = table<Field>([
  [
    'gss',
    words(
      'gss gsscode onscode onsid gssid code laonscode lagss lagsscode identifier identifiers councilgss codgss ladcd ecode',
    ),
  ],
  ['slug', words('slug councilslug localauthorityslug filename councilfile')],
  ['shortName', words('shortname councilshortname nameshort abbreviation abbreviatedname displayname enwbyr')],
  ['nation', words('nation country homenation countryname gwlad cenedl')],
  ['election.name', words('election electionname electiontitle nameofelection electiondescription enwretholiad')],
  ['election.kind', words('electionkind electiontype typeofelection kindofelection electionkindtype matholiad')],
  [
    'election.date',
    words(
      'electiondate dateofelection pollingday pollday dateofpoll polldate pollingdate dayofelection electionday diwrnodpleidleisio dyddiadyretholiad dyddiadetholiad',
    ),
  ],
  [
    'contactsCheckedOn',
    words(
      'contactscheckedon contactschecked checkedon datechecked checked lastchecked asat asatdate lastverified verified verifiedon dateverified confirmedon gwiriwydar',
    ),
  ],
  ['role', words('role roles contacttype contactrole typeofcontact contactfor jobrole contactcategory rol')],
]);

/** The same in a file about areas. */
export const OF_AREAS: ReadonlyMap<string, Field> = table<Field>([
  [
    'name',
    words(
      'name names areaname ward wards wardname wardnames nameofward area areas division divisions divisionname electoraldivision electoraldivisionname electoralward electoralwardname electoralarea electoralareaname wardordivision warddivision warddivisionname wardarea dea deaname districtelectoralarea districtelectoralareaname enw enwrward enwward ward enwrardal ardal adranetholiadol enwradranetholiadol',
    ),
  ],
  [
    'nameCy',
    words(
      'namecy namewelsh welshname nameinwelsh welsh cymraeg enwcymraeg enwrwardcymraeg wardnamewelsh wardnamecy welshwardname wardcymraeg namecymraeg areanamewelsh',
    ),
  ],
  [
    'code',
    words(
      'code codes wardcode areacode gss gsscode onscode wardgss wardgsscode wardonscode divisioncode electoralareacode deacode wardid cod codward codyward',
    ),
  ],
  ['noun', words('noun type areatype typeofarea kind kindofarea electoralareatype wardtype')],
]);

/** Welsh headings: beside an English one for the same, they hold the Welsh. */
export const WELSH = /^(?:enw|ardal|adran)|cymraeg/;

/** What is known and has no place in a council's file, and why. */
export const IGNORED: readonly (readonly [folded: RegExp, note: string])[] = [
  [
    /registration|registrar|^ero$|^ero(?=name|phone|tel|email|address|website|contact)|cofrestru/,
    'for the registration of voters, which is not the Returning Officer’s: in Scotland another body does it',
  ],
  [/fax|ffacs/, 'nobody sends a fax to be helped'],
  [/minicom|textphone|typetalk|textrelay/, 'Relay UK reaches every number, and needs none of its own'],
  [
    /^(?:fid|objectid\d*|oid|globalid|shape(?:area|length|leng)?|gid|rowid|uprn|usrn|id|uuid|guid|sn|no|ref|index|row)$/,
    'a number of the list’s own',
  ],
  [/^(?:bngn?e?|bng[en]|long?|lat|latitude|longitude|easting|northing|geom|geometry|x|y|wkt)$/, 'a place on a map'],
  [/twitter|facebook|instagram|socialmedia|linkedin|youtube/, 'a council’s file has no key for it'],
  [/^(?:notes?|comments?|remarks?|nodiadau|description|engagementmethods.*)$/, 'notes are not printed'],
  [
    /^(?:last)?(?:updated|modified|edited|created)(?:on|at|by|date)?$|^date(?:last)?updated$/,
    'the day of a change says not that somebody rang the numbers',
  ],
  [
    /^(?:first|fore|given|middle|last|family|sur)names?$|^initials$|^salutation$/,
    'a part of a name: a column for the whole name is needed',
  ],
  [
    /(?:council|la|localauthority|authority)?(?:welshname|namewelsh|namecy|namecymraeg)$/,
    'the name in Welsh has no key yet',
  ],
];

/** What a heading may say more, without saying anything else. */
export const NOISE = new Set(
  words(
    'the a an of for our your their main official primary general enquiries enquiry preferred please public current contact contacts details detail info information and list full s y yr i ar',
  ),
);
