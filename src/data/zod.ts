import { z } from 'zod';

// Left to itself, zod writes code for each schema and compiles it, which pays only where one is asked thousands of times.
z.config({ jitless: true });

export { z };
