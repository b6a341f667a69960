/** What stands in texts and keys for the name of that for which there is one indicator each. */
export const SLOTS = { direction: '{方向}', project: '{项目}' } as const;
