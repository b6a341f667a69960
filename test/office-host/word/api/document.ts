import { remoteType, textOf, type Maker } from '../../rich-api/remote-type.ts';
import { addinFile } from '../model/opened-file.ts';
import { body } from './body.ts';
import { contentControls, isListed } from './content-control.ts';
import type { OfModel } from './places.ts';
import { properties } from './properties.ts';
import { range } from './range.ts';
import { sections } from './section.ts';

/** The API's Document. */
export const document: Maker<OfModel> = remoteType<OfModel>({
  name: 'Document',
  read: { Saved: ({ model }) => model.saved },
  open: {
    Body: ({ model }) => body({ model, element: model.body }),
    ContentControls: ({ model }) => contentControls({ model, list: () => model.allControls.filter(isListed) }),
    Properties: ({ model }) => properties({ model }),
    Sections: ({ model }) => sections({ model, list: () => model.stories.sections }),
  },
  call: {
    GetSelection: ({ model }) => range({ model, extent: model.selection.copy() }),
    Save: ({ model }) => {
      model.saved = true;
      return null;
    },
    _RemoveAllReferences: () => null,
  },
});

/** The API's Application. */
export const application: Maker<OfModel> = remoteType<OfModel>({
  name: 'Application',
  call: {
    CreateDocument: ({ model }, [base64]) =>
      documentCreated({ model, file: addinFile(base64 === undefined || base64 === null ? undefined : textOf(base64)) }),
  },
});

interface Created extends OfModel {
  /** Undefined for an empty document. */
  readonly file: Uint8Array | undefined;
}

const documentCreated: Maker<Created> = remoteType<Created>({
  name: 'DocumentCreated',
  call: {
    Open: ({ model, file }) => {
      model.openedDocuments.push(file ?? new Uint8Array());
      return null;
    },
  },
});
