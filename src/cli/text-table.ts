import stringWidth from 'string-width';

/** A column of a table in a terminal; Han characters are two cells wide. */
export interface TextColumn {
  readonly width: number;
  readonly align: 'left' | 'right';
}

/** A table as lines of text: the first row is the header, a rule under it and above the total, if there is one. Long cells wrap. */
export function textTable(
  columns: readonly TextColumn[],
  rows: readonly (readonly string[])[],
  total?: readonly string[],
): string {
  const rule = columns.map(({ width }) => '─'.repeat(width)).join('──');
  const lines: string[] = [];
  [...rows, ...(total === undefined ? [] : [total])].forEach((row, index) => {
    if (index === 1 || (index === rows.length && index > 1)) lines.push(rule);
    const cells = columns.map(({ width }, column) => wrap(row[column] ?? '', width));
    const height = Math.max(1, ...cells.map((cell) => cell.length));
    for (let line = 0; line < height; line++) {
      const parts = columns.map(({ width, align }, column) => pad(cells[column]?.[line] ?? '', width, align));
      lines.push(parts.join('  ').trimEnd());
    }
  });
  return lines.join('\n');
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const char of text.replace(/\s+/g, ' ')) {
    const cells = stringWidth(char);
    if (used + cells > width) {
      lines.push(line);
      line = '';
      used = 0;
    }
    line += char;
    used += cells;
  }
  if (line !== '') lines.push(line);
  return lines;
}

function pad(text: string, width: number, align: TextColumn['align']): string {
  const space = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return align === 'left' ? text + space : space + text;
}
