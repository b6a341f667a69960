import { HostFailure } from '../ports/host-failure.ts';
import type { ControlRef } from '../../core/links/found-control.ts';
import { askControls } from './listed-controls.ts';
import type { WordAccess } from './word-access.ts';

/** Selects the words of a control and brings them into view. False when there is none any more. @throws HostFailure */
export function revealControl(access: WordAccess, { tag, index }: ControlRef): Promise<boolean> {
  return access.read(async (context) => {
    const controls = context.document.body.contentControls.getByTag(tag);
    controls.load('items/id');
    await context.sync();
    const control = controls.items[index];
    if (control === undefined) return false;
    control.select();
    await context.sync();
    return true;
  });
}

/** The tag of the innermost control in which the selection is. @throws HostFailure */
export function tagAtSelection(access: WordAccess): Promise<string | undefined> {
  return access.read(async (context) => {
    const control = context.document.getSelection().parentContentControlOrNullObject;
    control.load('tag');
    await context.sync();
    return control.isNullObject ? undefined : control.tag;
  });
}

/** Calls back when the selection moved. @returns how to stop it @throws HostFailure */
export async function watchSelection(access: WordAccess, onMove: () => void): Promise<() => Promise<void>> {
  const handler = (): void => {
    onMove();
  };
  await access.ask<unknown>((done) => {
    Office.context.document.addHandlerAsync(Office.EventType.DocumentSelectionChanged, handler, done);
  });
  return async () => {
    await access.ask<unknown>((done) => {
      Office.context.document.removeHandlerAsync(Office.EventType.DocumentSelectionChanged, { handler }, done);
    });
  };
}

/**
 * Puts a phrase in once more at the cursor; behind the control in which the cursor is, so that no control stands in another.
 * @throws HostFailure; unless it says otherwise, the document is as it was
 */
export async function insertPhrase(
  access: WordAccess,
  phrase: { readonly tag: string; readonly title: string; readonly text: string },
): Promise<void> {
  const before = await look(access, phrase.tag);
  try {
    await access.once(async (context) => {
      const selection = context.document.getSelection();
      const around = before.isInControl ? selection.parentContentControl.getRange('After') : selection.getRange('End');
      const control = around.insertText(phrase.text, 'Start').insertContentControl();
      control.tag = phrase.tag;
      control.title = phrase.title;
      await context.sync();
    });
  } catch (error) {
    const after = await look(access, phrase.tag).catch((reading: unknown) => {
      throw new HostFailure('unconfirmed', `${String(error)}; ${String(reading)}`);
    });
    if (after.count > before.count) return;
    if (after.text === before.text) throw error;
    throw new HostFailure('half-written', String(error));
  }
}

/** How many controls of a tag there are, whether the cursor is in a control, and the text of the document. */
function look(
  access: WordAccess,
  tag: string,
): Promise<{ readonly count: number; readonly isInControl: boolean; readonly text: string }> {
  return access.read(async (context) => {
    const answer = askControls(context);
    const around = context.document.getSelection().parentContentControlOrNullObject;
    around.load('tag');
    const { body } = context.document;
    body.load('text');
    await context.sync();
    return {
      count: answer().filter((control) => control.tag === tag).length,
      isInControl: !around.isNullObject,
      text: body.text,
    };
  });
}
