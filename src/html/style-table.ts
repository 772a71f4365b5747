/* For a narrow screen; `style.ts` puts the pieces of the style sheet together. */

/** Tables and pictures of the guidance. */
export const tables = `.scroll {
  overflow-x: auto;
}
.scroll:focus-visible {
  outline: 0.1875rem solid currentcolor;
  outline-offset: 0.1875rem;
}
table {
  width: 100%;
  border-collapse: collapse;
  overflow-wrap: break-word;
  line-height: 1.4;
}
th, td {
  min-width: 6.5rem;
  padding: 0.375rem 1rem 0.375rem 0;
  border-bottom: 1px solid var(--rule);
  text-align: left;
  vertical-align: top;
  font-variant-numeric: tabular-nums;
}
th:last-child, td:last-child {
  padding-right: 0;
}
thead th, thead td {
  border-bottom: 0.125rem solid var(--brand);
  color: var(--brand);
  vertical-align: bottom;
}
.right {
  text-align: right;
}
.center {
  text-align: center;
}
.picture {
  display: flex;
  flex-direction: column;
  gap: 0.5rem;
}
.picture svg {
  max-width: 100%;
  height: auto;
}
.picture figcaption {
  display: block;
  flex: none;
  font-size: 1rem;
}
`;

/** The same on paper. */
export const tablesOnPaper = `  .scroll {
    overflow: visible;
  }
  tr, .picture {
    break-inside: avoid;
  }
`;
