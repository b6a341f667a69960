import { writeFile } from 'node:fs/promises';
import { buildForm } from '../src/core/template/build-form.ts';
import type { FormData } from '../src/core/template/input-workbook.ts';
import { DEFAULT_PACK, packById } from '../src/core/scheme/packs/packs.ts';
import { createXlsx } from '../src/hosts/files/xlsx/create-xlsx.ts';
import data from './sample-data.json' with { type: 'json' };

/*
 * Makes the sample workbook: the form that `jixiao new` gives, filled in from sample-data.json. The figures are those of a
 * published report; amounts below 0.01 万元, monthly payments and targets are made up to fit them. The words are our own.
 */
const scheme = packById(DEFAULT_PACK);
const [, , path] = process.argv;
if (scheme === undefined || path === undefined) throw new Error('usage: make-sample FILE');
await writeFile(path, await createXlsx(buildForm(scheme, data as unknown as FormData)));
