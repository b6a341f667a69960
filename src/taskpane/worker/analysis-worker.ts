import { Analyst } from '../../commands/analysis/analyst.ts';
import type { CallName, Calls, DraftView, Reply, Request } from './protocol.ts';

/*
 * Reads, scores and drafts away from the page, so that the pane answers while it works. One worker serves one pane: it
 * remembers the workbook that it analysed last.
 */

const analyst = new Analyst();

const ANSWERS: { readonly [Name in CallName]: (args: Calls[Name]['args']) => Promise<Calls[Name]['result']> } = {
  analyse: ({ workbook, choices }) => Promise.resolve(analyst.analyse(workbook, choices)),
  whatIf: ({ indicator }) => Promise.resolve(analyst.whatIf(indicator)),
  draft: (options) => {
    const draft = analyst.draft(options);
    if (draft === undefined) return Promise.resolve(undefined);
    const outline = draft.outline.map(({ blocks: _, ...entry }) => entry);
    return Promise.resolve<DraftView>({ title: draft.document.title, blocks: draft.document.blocks, outline });
  },
  docx: async (options) => {
    const draft = analyst.draft(options);
    if (draft === undefined) return undefined;
    // What writes Word files is large and seldom wanted.
    const { DocxFile } = await import(/* webpackChunkName: "docx" */ '../../hosts/files/docx/docx-file.ts');
    const file = new DocxFile();
    await file.draft(draft.document);
    return file.bytes();
  },
  template: async ({ name, bytes }) => {
    const content = analyst.templateContent();
    if (content === undefined) return undefined;
    const { filledTemplate } = await import(/* webpackChunkName: "template" */ './filled-template.ts');
    return filledTemplate(name, bytes, content);
  },
};

async function answer(request: Request): Promise<unknown> {
  switch (request.call) {
    case 'analyse':
      return ANSWERS.analyse(request.args);
    case 'whatIf':
      return ANSWERS.whatIf(request.args);
    case 'draft':
      return ANSWERS.draft(request.args);
    case 'docx':
      return ANSWERS.docx(request.args);
    case 'template':
      return ANSWERS.template(request.args);
  }
}

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  const reply = (message: Reply): void => {
    postMessage(message);
  };
  answer(data).then(
    (result) => {
      reply({ id: data.id, kind: 'done', result });
    },
    (error: unknown) => {
      reply({
        id: data.id,
        kind: 'failed',
        detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
    },
  );
});
