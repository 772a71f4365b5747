/* For a narrow screen; `style.ts` puts the pieces of the style sheet together. */

/** Type, links and what cannot be seen. */
export const base = `* {
  box-sizing: border-box;
}
html {
  text-size-adjust: 100%;
  -webkit-text-size-adjust: 100%;
}
body {
  margin: 0;
  background: var(--paper);
  color: var(--ink);
  font: 400 1.125rem/1.5 "Atkinson Hyperlegible Next", "Atkinson Hyperlegible", system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: anywhere;
}
header, main, footer {
  padding: 1rem max(1rem, (100% - 48rem) / 2);
}
h1, h2, h3, h4, h5, h6, p, ul, ol, dl, dd, figure {
  margin: 0;
}
h1 {
  font-size: 2rem;
  line-height: 1.15;
}
h2 {
  font-size: 1.5rem;
  line-height: 1.2;
}
h3, .head h2, nav h2 {
  font-size: 1.25rem;
  line-height: 1.3;
}
h4, h5, h6 {
  font-size: 1.125rem;
  line-height: 1.4;
}
h1, h2, h3, h4, h5, h6 {
  text-wrap: balance;
}
p, li, dd {
  text-wrap: pretty;
}
a {
  color: inherit;
  text-decoration-thickness: 0.0625rem;
  text-underline-offset: 0.2em;
}
a:hover {
  text-decoration-line: underline;
  text-decoration-thickness: 0.1875rem;
}
a:focus-visible, nav:focus-visible {
  outline: 0.1875rem solid currentcolor;
  outline-offset: 0.1875rem;
}
ul, ol {
  padding-left: 1.5rem;
}
li + li, li > ul, li > ol, li > p + p {
  margin-top: 0.375rem;
}
ol > li::marker {
  color: var(--brand);
  font-weight: 700;
}
.unseen {
  position: absolute;
  width: 1px;
  font-size: 1rem;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
.quiet {
  color: var(--quiet);
  font-size: 1rem;
}
.skip {
  position: absolute;
  left: 1rem;
  top: 0;
  padding: 0.5rem 1rem;
  background: var(--paper);
  color: var(--ink);
}
.skip:not(:focus) {
  width: 1px;
  height: 1px;
  padding: 0;
  overflow: hidden;
  clip-path: inset(50%);
}
`;

/** The band, and the order of the page. */
export const head = `header {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0.75rem 1rem;
  background: var(--band);
  color: var(--on-band);
  line-height: 1.3;
}
.draft {
  flex: 0 0 100%;
  font-weight: 700;
}
.logo {
  flex: none;
  width: 3rem;
  height: 3rem;
}
.council {
  flex: 1 1 12rem;
  font-size: 1.25rem;
  font-weight: 700;
}
.election {
  flex: 0 1 auto;
  font-size: 1rem;
}
main {
  display: flex;
  flex-direction: column;
  gap: 1.5rem;
}
.area {
  margin-top: -0.75rem;
  font-size: 1.25rem;
  font-weight: 700;
}
.lead {
  font-size: 1.25rem;
  line-height: 1.4;
}
`;

/** The two numbers. */
export const fields = `.fields {
  display: grid;
  grid-template-columns: minmax(0, 1fr);
}
.field {
  display: flex;
  flex-direction: column;
  gap: 0.25rem;
  padding: 1.25rem 1rem;
  border: 1px solid transparent;
  font-size: 1.25rem;
  font-weight: 700;
  line-height: 1.3;
}
.danger {
  background: var(--field);
  color: var(--on-field);
}
.crime {
  background: var(--tint);
}
.figures {
  font-weight: 700;
  line-height: 1;
  letter-spacing: -0.01em;
}
.field .figures {
  display: inline-block;
  margin-left: -0.03em;
  text-decoration-line: none;
}
.field .figures:hover {
  text-decoration-line: underline;
}
.danger .figures {
  font-size: min(36vw, 12rem);
  line-height: 1.15;
}
.crime .figures {
  font-size: min(22vw, 6.5rem);
  line-height: 1.15;
}
.field p {
  overflow-wrap: break-word;
}
.again .field {
  flex-direction: row;
  flex-wrap: wrap;
  align-items: center;
  gap: 0.5rem 1rem;
  padding: 1rem;
  font-size: 1.125rem;
}
.again .figures {
  font-size: 3rem;
  line-height: 1;
}
`;

/** The council's contacts, between two rules. */
export const contacts = `.ruled {
  padding: 1.25rem 0;
  border: solid var(--rule);
  border-width: 1px 0;
}
.head {
  display: flex;
  flex-wrap: wrap;
  align-items: baseline;
  justify-content: space-between;
  gap: 0 1rem;
}
.contacts {
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
  gap: 1.25rem 1.5rem;
  margin-top: 0.75rem;
}
.pairs {
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr));
}
dt {
  font-weight: 700;
}
.phone {
  font-size: 1.375rem;
  font-weight: 700;
}
.email {
  font-size: 1rem;
}
.phone a, .email a {
  display: inline-block;
  padding: 0.0625rem 0;
}
.advice {
  font-size: 1rem;
}
`;
