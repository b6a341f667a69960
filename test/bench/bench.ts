import { benchFiles } from './files.ts';
import { benchScoring } from './scoring.ts';

/* Only ratios of times of one run are printed: times themselves say more about the machine. */

await benchScoring();
await benchFiles();
