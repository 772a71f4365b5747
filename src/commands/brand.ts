import type { Bench } from './bench.ts';
import { brandCheck } from './brand-check.ts';
import { brandNew } from './brand-new.ts';
import { brandPage } from './brand-page.ts';
import type { BrandCommand } from './specs/brand.ts';

/** Does one of the three things that can be done with brands. */
export async function brand(command: BrandCommand, bench: Bench): Promise<void> {
  switch (command.action) {
    case 'check':
      return brandCheck(command, bench);
    case 'new':
      return brandNew(command, bench);
    case 'page':
      return brandPage(command.brands, command.common, bench);
  }
}
