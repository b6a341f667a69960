import type { OfficeApp } from './app-context.ts';
import { parseXml } from './excel/xlsx/xml.ts';
import type { CustomXmlPart, CustomXmlStore } from './custom-xml-store.ts';
import { COMMON_CODES } from './office-codes.ts';
import type { SettingsStore } from './settings-store.ts';

/** What the Common API works on. */
export interface CommonDocument {
  readonly settings: SettingsStore;
  readonly customXml: CustomXmlStore;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Answers a call of the Common API, by its dispatch number.
 * @returns the fields of the answer; `Error` 0 must be said for a success
 */
export function commonApi(dispatch: number, data: Fields, document: CommonDocument, app: OfficeApp): Fields {
  const part = (): CustomXmlPart | undefined => document.customXml.find(String(data.id));
  switch (dispatch) {
    case 75:
      return ok({ Properties: { Settings: refreshed(document.settings, app) } });
    case 76: {
      const { Properties } = (data.DdaSettingsMethod ?? {}) as { Properties?: readonly (readonly [string, string])[] };
      document.settings.replaceAll(Properties ?? []);
      return ok();
    }
    case 128:
      if (!isXml(String(data.xml))) return failed(COMMON_CODES.customXml);
      return ok({ DataPartProperties: described(document.customXml.add(String(data.xml))) });
    case 129: {
      const found = part();
      return ok({ DataPartProperties: found === undefined ? {} : described(found) });
    }
    case 130:
      return ok({ DataPartList: document.customXml.inNamespace(String(data.namespace)).map(described) });
    case 131: {
      const found = part();
      return found === undefined ? failed(COMMON_CODES.notFound) : ok({ Data: found.xml });
    }
    case 133: {
      const found = part();
      if (found === undefined) return failed(COMMON_CODES.notFound);
      document.customXml.delete(found);
      return ok();
    }
    default:
      return failed(COMMON_CODES.unsupported);
  }
}

function isXml(text: string): boolean {
  try {
    parseXml(text);
    return true;
  } catch {
    return false;
  }
}

export function ok(fields: Fields = {}): Fields {
  return { Version: 1, Error: 0, ...fields };
}

export function failed(code: number): Fields {
  return { Version: 1, Error: code };
}

function described(part: CustomXmlPart): Fields {
  return { id: part.id, DataPartBuiltIn: false };
}

function refreshed(settings: SettingsStore, app: OfficeApp): readonly unknown[] {
  const all = [...settings.values];
  return app === 'Excel' ? all.map(([Name, Value]) => ({ Name, Value })) : all;
}
