/** What stands between braces in a template: a name, the start of a loop or of a condition, or its end. */
export interface TemplateTag {
  readonly kind: 'value' | 'loop' | 'if' | 'unless' | 'close';
  /** Empty in `{/}`, which ends what was opened last. */
  readonly name: string;
}

/** The marks before a name, as they are typed with a Western and with a Chinese keyboard. */
const MARKS: readonly { readonly mark: RegExp; readonly kind: TemplateTag['kind'] }[] = [
  { mark: /^[#＃]/u, kind: 'loop' },
  { mark: /^[?？]/u, kind: 'if' },
  { mark: /^[!！]/u, kind: 'unless' },
  { mark: /^[/／]/u, kind: 'close' },
];

/** Reads what stands between braces. Space around the mark and the name does not count. */
export function parseTag(content: string): TemplateTag {
  const plain = content.trim();
  const found = MARKS.find(({ mark }) => mark.test(plain));
  if (found === undefined) return { kind: 'value', name: plain };
  const name = plain.slice(1).trim();
  // `{/#工作任务}` and `{/?键}` repeat the mark of what they end.
  return { kind: found.kind, name: found.kind === 'close' ? name.replace(/^[#＃?？!！]\s*/u, '') : name };
}

/** A name without what writing it in a document changes: spaces, and letters and brackets in full width. */
export function looseName(name: string): string {
  return name.normalize('NFKC').replace(/\s+/gu, '');
}
