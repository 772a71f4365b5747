import { expect, test } from 'vitest';
import { gap, literalsOf } from '../../src/content/literals.ts';
import { guidanceOf } from './given.ts';

test('literals are what the author wrote, with a gap for each expression', () => {
  const { texts, urls } = literalsOf(
    guidanceOf(`Ring **999** or {{returningOfficer.phone}}, [us](tel:101) or [them](https://a.example/{{area}}).

## Section {{name}}

{{#if feoa}}
:::local{slot=feoa}
- Text 18000
:::
{{/if}}
`),
  );
  expect(texts).toEqual(['A title', `Ring 999 or ${gap}, us or them.`, `Section ${gap}`, gap, 'Text 18000', gap]);
  expect(urls).toEqual(['tel:101', `https://a.example/${gap}`]);
});
