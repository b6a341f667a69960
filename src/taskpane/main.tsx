import { createRoot, type Root } from 'react-dom/client';
import { PANE } from '../core/texts/pane-texts.ts';
import { ExcelWorkbook } from '../hosts/excel/excel-workbook.ts';
import { systemAppearance } from './app/appearance.ts';
import { Frame } from './app/frame.tsx';
import { MessagePage } from './app/message-page.tsx';
import { ribbonWish } from './app/ribbon-wish.ts';
import { mount } from './mount.tsx';
import { officeAppearance } from './office/office-appearance.ts';
import { officeReady } from './office/office-ready.ts';
import { officePreferences } from './preferences/office-preferences.ts';

/** The oldest Excel that has what the pane calls: Office LTSC 2021. */
const EXCEL_FLOOR = '1.14';

/** Waits for Office and shows the pane, or why it is not there. */
async function start(): Promise<void> {
  const element = document.getElementById('pane');
  if (element === null) throw new Error('The page has no #pane.');
  const office = await officeReady(document.getElementById('office-script'));
  if (office.kind === 'timeout') {
    const reload = (): void => {
      location.reload();
    };
    say(createRoot(element), { ...PANE.timeout, action: { label: PANE.timeout.retry, run: reload } });
  } else if (office.host !== 'excel') {
    say(createRoot(element), PANE.outside);
  } else if (!Office.context.requirements.isSetSupported('ExcelApi', EXCEL_FLOOR)) {
    say(createRoot(element), PANE.tooOld);
  } else {
    mount(element, {
      spreadsheet: new ExcelWorkbook(),
      preferences: await officePreferences(),
      appearance: officeAppearance,
      wish: ribbonWish(location.search),
    });
  }
}

function say(root: Root, page: Parameters<typeof MessagePage>[0]): void {
  root.render(
    <Frame appearance={systemAppearance}>
      <MessagePage {...page} />
    </Frame>,
  );
}

void start();
