import type { Press } from './editions.ts';

/** The product's own stages 2 to 5. The libraries that set and paint pages are loaded when something is made. */
export const ownPress: Press = async (...given) => (await import('../pipeline.ts')).press(...given);
