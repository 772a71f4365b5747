import type { DetailKind } from './contacts.ts';

/** Ofcom's numbers for radio and television, which nobody answers: of areas, mobiles, freephone and premium rate. */
const DRAMA =
  /^(01(13|14|15|16|17|18|21|31|41|51|61)4960|01632960|01914980|02079460|02896496|02920180|03069990|07700900|08081570|09098790)\d{3}$/;

/** Names that are kept for examples and tests: RFC 2606, RFC 6761. */
const DOMAIN = /\.(example|test|invalid|localhost)$|(^|\.)example\.(com|net|org)$/i;

/** Why a value cannot be anybody's own; undefined if it can. */
export function whyExample({ kind, value }: { readonly kind: DetailKind; readonly value: string }): string | undefined {
  if (kind === 'phone') {
    const digits = value
      .replace(/^1800[12] /, '')
      .replace(/\D/g, '')
      .replace(/^44/, '0');
    return DRAMA.test(digits) ? 'the number is kept for drama, and nobody answers it' : undefined;
  }
  if (kind !== 'email' && kind !== 'website') return undefined;
  const [host = ''] = (value.split('@').at(-1) ?? '').split(/[/?#:]/);
  return DOMAIN.test(host) ? 'the domain is kept for examples, and leads nowhere' : undefined;
}
