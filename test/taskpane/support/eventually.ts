/** Resolves when something outside of a page has come about; a test that waits in vain runs into its own time limit. */
export async function eventually(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20));
}
