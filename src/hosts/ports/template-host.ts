import type { Finding } from '../../core/findings/finding.ts';
import type { TemplateContent } from '../../core/report/template/template-content.ts';

/** What became of a template. */
export type TemplateOutcome =
  /** `todos`: the marks for what the workbook lacks, in the order of the document. */
  | { readonly kind: 'filled'; readonly todos: readonly string[] }
  /** Everything that is wrong with its placeholders; nothing was filled. */
  | { readonly kind: 'refused'; readonly findings: readonly Finding[] };

/** A bureau's own template: a .docx file with placeholders. */
export interface TemplateHost {
  /** Fills the template as a whole or not at all. */
  fill(content: TemplateContent): Promise<TemplateOutcome>;
}
