import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { PANE } from '../core/texts/pane-texts.ts';
import type { LiveSpreadsheet } from '../hosts/ports/live-spreadsheet.ts';
import { systemAppearance, type AppearanceSource } from './app/appearance.ts';
import { Frame } from './app/frame.tsx';
import { MessagePage } from './app/message-page.tsx';
import { Pane } from './app/pane.tsx';
import { offerFile } from './app/offer-file.ts';
import { fulfil, type RibbonWish } from './app/ribbon-wish.ts';
import { forgetfulPreferences, type Preferences } from './preferences/preferences.ts';
import { ModelContext } from './store/model-context.ts';
import { PaneModel } from './store/pane-model.ts';
import { Boundary } from './shared/boundary.tsx';
import { WorkerEngine, type Engine } from './worker/engine.ts';

/** What a pane is mounted with; only the workbook has no default. */
export interface MountOptions {
  readonly spreadsheet: LiveSpreadsheet;
  readonly engine?: Engine;
  readonly preferences?: Preferences;
  readonly appearance?: AppearanceSource;
  readonly offer?: (name: string, bytes: Uint8Array) => void;
  readonly wish?: RibbonWish;
}

export interface MountedPane {
  readonly model: PaneModel;
  readonly unmount: () => Promise<void>;
}

/** Shows the pane for a workbook, in Excel or in a page without Office, and begins to work. */
export function mount(element: HTMLElement, options: MountOptions): MountedPane {
  const {
    spreadsheet,
    engine = new WorkerEngine(),
    preferences = forgetfulPreferences(),
    appearance = systemAppearance,
    offer = offerFile,
    wish = 'open',
  } = options;
  const report = (error: unknown): void => {
    console.error(error);
  };
  const model = new PaneModel({ spreadsheet, engine, preferences, offer, report });
  const root = createRoot(element);
  root.render(
    <Frame appearance={appearance}>
      <Boundary instead={<Broken />}>
        <ModelContext value={model}>
          <Pane />
        </ModelContext>
      </Boundary>
    </Frame>,
  );
  void fulfil(wish, model, model.start());
  return {
    model,
    unmount: async () => {
      root.unmount();
      await model.stop();
    },
  };
}

/** Instead of an empty window, when a mistake of ours stops the pane from being drawn. */
function Broken(): ReactNode {
  const reload = (): void => {
    location.reload();
  };
  return <MessagePage {...PANE.broken} action={{ label: PANE.broken.reload, run: reload }} />;
}
