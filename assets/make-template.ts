import { writeFile } from 'node:fs/promises';
import { writeDocx } from '../src/hosts/files/docx/write-docx.ts';
import { templateReport } from './template-report.ts';

/* Writes the template that shows how: `npm run template`. */
const [, , path] = process.argv;
if (path === undefined) throw new Error('usage: make-template FILE');
await writeFile(path, await writeDocx(templateReport()));
