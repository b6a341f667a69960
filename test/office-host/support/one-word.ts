import { closeBrowser } from '../browser.ts';
import { startWord, type RunningWord, type WordOptions } from '../word/start-word.ts';
import { ADDIN } from './addin.ts';

/** Opens Word for a test, closes it after the test, and the browser after the file. */
export function wordForEachTest(): (options?: Partial<WordOptions>) => Promise<RunningWord> {
  const open: RunningWord[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((word) => word.close()));
  });
  afterAll(closeBrowser);
  return async (options = {}) => {
    const word = await startWord({ document: undefined, addin: ADDIN, ...options });
    open.push(word);
    return word;
  };
}
