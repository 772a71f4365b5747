import type { Scheme } from './scheme.ts';
import { base, contacts, fields, head } from './style-front.ts';
import { tables, tablesOnPaper } from './style-table.ts';
import { end, panels, sections } from './style-text.ts';

/**
 * The style sheet of a page. Lengths are in rem, so that everything follows the reader's size of type; colours are the
 * scheme's. Borders in the colour of their ground are seen where a reader has replaced all grounds.
 */
export const styleSheet = (light: Scheme, dark: Scheme): string => `:root {
  color-scheme: light dark;
${variables(light)}
}
@media screen and (prefers-color-scheme: dark) {
  :root {
${variables(dark)}
  }
}
${base}${head}${fields}${contacts}${sections}${tables}${panels}${end}${wide}${paper}`;

const variables = (scheme: Scheme): string =>
  Object.entries(scheme)
    .map(([role, colour]) => `  --${role.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}: ${colour};`)
    .join('\n');

/** From here on text stands beside numbers and labels, as on the printed page. */
const wide = `@media (min-width: 44rem) {
  header {
    padding-top: 1.25rem;
    padding-bottom: 1.25rem;
  }
  .logo {
    width: 4rem;
    height: 4rem;
  }
  main {
    gap: 2rem;
    padding-top: 2.5rem;
  }
  h1 {
    font-size: 2.75rem;
  }
  h2 {
    font-size: 1.75rem;
  }
  .fields {
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
  }
  .field {
    gap: 0.25rem;
    padding: 1.5rem;
  }
  .danger .figures {
    font-size: min(22vw, 12rem);
  }
  .crime .figures {
    font-size: min(14vw, 6.5rem);
  }
  .again .figures {
    font-size: 3rem;
  }
  .area {
    margin-top: -1.25rem;
  }
  .section > h2 {
    grid-template-columns: 8.5rem 1fr;
    gap: 0 1.5rem;
  }
  .number {
    height: 2.125rem;
    font-size: 4rem;
    line-height: 0.85;
  }
  .section > :not(h2, .panel) {
    margin-left: 10rem;
  }
  .panel {
    grid-template-columns: 7.5rem 1fr;
    gap: 0 1.5rem;
    padding: 1.5rem 1.5rem 1.5rem 1rem;
  }
  .emergency {
    padding-left: 0.6875rem;
  }
  .across {
    padding-left: 10rem;
    grid-template-columns: 1fr;
    gap: 0.75rem;
  }
  .emergency > .label a {
    display: inline-block;
  }
  .emergency .figures {
    display: block;
  }
  .again .field {
    flex-wrap: nowrap;
    padding: 1rem 1.5rem;
  }
  .code {
    display: block;
  }
  .entry {
    grid-template-columns: 8.5rem 1fr;
  }
}
`;

const paper = `@page {
  size: A4;
  margin: 18mm 16mm;
}
@media print {
  :root {
    color-scheme: light;
  }
  body {
    font-size: 12pt;
    line-height: 1.35;
  }
  header, main, footer {
    padding: 0 0 1rem;
  }
  main {
    gap: 1.25rem;
  }
  h1 {
    font-size: 24pt;
  }
  .section > h2 {
    font-size: 16pt;
  }
  .danger .figures {
    font-size: 90pt;
  }
  .crime .figures {
    font-size: 54pt;
  }
  .again .figures {
    font-size: 32pt;
  }
  .lead {
    font-size: 14pt;
  }
  .contacts {
    grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr));
  }
  .contacts .email, .contacts .quiet, .contacts .advice {
    font-size: 10pt;
  }
  .phone {
    font-size: 14pt;
  }
  header, .field, .panel {
    background: none;
    color: var(--ink);
  }
  .field, .panel {
    padding-top: 1rem;
    padding-bottom: 1rem;
    border: 1.5pt solid var(--ink);
  }
  .danger, .emergency {
    border-color: var(--emergency);
    border-left-width: 6pt;
  }
  .danger .figures {
    color: var(--emergency);
  }
  .skip, nav {
    display: none;
  }
  .fields {
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
  }
  .code {
    display: block;
  }
  .section > h2, .field, .panel, .find, footer, .contacts > div, li {
    break-inside: avoid;
  }
${tablesOnPaper}  h1, h2, h3, h4, h5, h6 {
    break-after: avoid;
  }
  p, li {
    orphans: 2;
    widows: 2;
  }
  a[data-shown]::after {
    content: " (" attr(data-shown) ")";
  }
}
`;
