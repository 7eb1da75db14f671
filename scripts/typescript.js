/** `node --import ./scripts/typescript.js file.ts` runs a source file as it is: for generators, benches and Jest's global set-up. */
import { register } from 'node:module';

register('./typescript-hooks.js', import.meta.url);
