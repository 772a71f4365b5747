/* For a narrow screen; `style.ts` puts the pieces of the style sheet together. */

/** The guidance, the contents and the QR code. */
export const sections = `.introduction, .section, .text {
  display: flex;
  flex-direction: column;
  gap: 0.75rem;
}
.section {
  gap: 1rem;
}
.section > h2 {
  padding-top: 1.25rem;
  border-top: 0.1875rem solid var(--brand);
  display: grid;
  grid-template-columns: auto 1fr;
  gap: 0 0.75rem;
}
.number {
  color: var(--brand);
}
h3, h4, h5, h6 {
  margin-top: 0.5rem;
}
.text {
  min-width: 0;
}
.text > :first-child {
  margin-top: 0;
}
nav ol {
  margin-top: 0.5rem;
}
nav a {
  padding: 0.125rem 0;
}
.find {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 1rem;
  font-size: 1rem;
}
.code {
  display: none;
  flex: none;
  width: 8.5rem;
  height: 8.5rem;
}
figcaption {
  display: flex;
  flex: 1 1 12rem;
  flex-direction: column;
  gap: 0.25rem;
}
`;

/** Danger, and what the council adds. */
export const panels = `.panel {
  display: grid;
  gap: 0.75rem;
  padding: 1.25rem 1rem;
  border: 1px solid transparent;
}
.emergency {
  border-left: 0.375rem solid var(--emergency);
  background: var(--panel);
}
.emergency > .label {
  color: var(--emergency);
  font-weight: 700;
}
.emergency > .label a {
  display: inline-flex;
  flex-wrap: wrap;
  align-items: baseline;
  gap: 0 0.5rem;
  text-decoration-line: none;
}
.emergency > .label a:hover {
  text-decoration-line: underline;
}
.emergency .figures {
  font-size: 3.5rem;
}
.emergency > .text > p:first-child {
  font-weight: 700;
}
.local {
  background: var(--tint);
}
.local > .label {
  color: var(--brand);
  font-size: 1rem;
  font-weight: 700;
  line-height: 1.4;
}
`;

/** The page's end. */
export const end = `footer {
  padding-bottom: 3rem;
  font-size: 1rem;
}
.entry {
  display: grid;
  gap: 0.25rem 1.5rem;
  padding: 0.75rem 0;
  border-top: 1px solid var(--rule);
}
.entry h2 {
  font-size: 1rem;
  line-height: 1.5;
}
`;
