/** How many letters must be put in, taken out or replaced to make one word of the other. */
export function editDistance(a: readonly string[], b: readonly string[]): number {
  let previous = b.map((_, index) => index + 1);
  for (let i = 0; i < a.length; i++) {
    const row: number[] = [];
    let diagonal = i;
    let left = i + 1;
    for (let j = 0; j < b.length; j++) {
      const above = previous[j] ?? 0;
      const cost = a[i] === b[j] ? diagonal : 1 + Math.min(diagonal, left, above);
      row.push(cost);
      diagonal = above;
      left = cost;
    }
    previous = row;
  }
  return previous.at(-1) ?? a.length;
}
