import type { TemplateContent } from '../../core/report/template/template-content.ts';
import { remarkOf } from '../../core/texts/finding-texts.ts';
import { HOST_FAILURES, UNUSABLE_TEMPLATE } from '../../core/texts/host-texts.ts';
import { TemplateFile } from '../../hosts/files/docx/template/template-file.ts';
import { UnusableFile } from '../../hosts/ports/unusable-file.ts';
import type { TemplateView } from './protocol.ts';

/** Fills a template that a person chose. */
export async function filledTemplate(name: string, bytes: Uint8Array, content: TemplateContent): Promise<TemplateView> {
  try {
    const file = await TemplateFile.open(bytes);
    const outcome = await file.fill(content);
    return outcome.kind === 'filled'
      ? { kind: 'filled', bytes: file.bytes() }
      : { kind: 'refused', faults: outcome.findings.map(remarkOf) };
  } catch (error) {
    if (!(error instanceof UnusableFile)) throw error;
    return { kind: 'refused', faults: [whyUnusable(error, name)] };
  }
}

function whyUnusable({ reason }: UnusableFile, name: string): string {
  // Bytes in memory are always there and can be read.
  return reason === 'not-found' || reason === 'not-readable' ? HOST_FAILURES.unknown : UNUSABLE_TEMPLATE[reason](name);
}
