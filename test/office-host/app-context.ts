import type { Profile } from './profiles.ts';

/** The program that the host plays. */
export type OfficeApp = 'Excel' | 'Word';

/** The colours of Office, as add-ins see them. */
export interface OfficeTheme {
  readonly bodyBackgroundColor: string;
  readonly bodyForegroundColor: string;
  readonly controlBackgroundColor: string;
  readonly controlForegroundColor: string;
}

export const THEMES = {
  light: {
    bodyBackgroundColor: '#FFFFFF',
    bodyForegroundColor: '#000000',
    controlBackgroundColor: '#F3F2F1',
    controlForegroundColor: '#262626',
  },
  dark: {
    bodyBackgroundColor: '#262626',
    bodyForegroundColor: '#FFFFFF',
    controlBackgroundColor: '#444444',
    controlForegroundColor: '#F0F0F0',
  },
  contrast: {
    bodyBackgroundColor: '#000000',
    bodyForegroundColor: '#FFFFFF',
    controlBackgroundColor: '#000000',
    controlForegroundColor: '#FFFF00',
  },
} as const satisfies Record<string, OfficeTheme>;

export type ThemeName = keyof typeof THEMES;

/** What does not change while a pane is open. */
export interface Session {
  readonly app: OfficeApp;
  readonly locale: string;
  readonly profile: Profile;
  readonly documentUrl: string;
  readonly readOnly: boolean;
  /** The settings of the document: name → JSON text. */
  readonly settings: ReadonlyMap<string, string>;
}

const APP_NUMBERS: Readonly<Record<OfficeApp, number>> = { Excel: 16, Word: 32 };

/** The boot parameters, as the client library reads them from the name of its window. */
export function windowName(
  app: OfficeApp,
  locale: string,
  conversation: string,
  appId: string,
  origin: string,
): string {
  return JSON.stringify({
    baseFrameName: conversation,
    hostInfo: [app, 'Web', '16.00', locale, conversation, '', 'disableLogging', '0'].join('$'),
    xdmInfo: [conversation, appId, origin].join('$'),
    serializerVersion: '1',
    flights: '[]',
  });
}

/** The answer to `ContextActivationManager_getAppContextAsync`. */
export function appContext(session: Session, appId: string): Readonly<Record<string, unknown>> {
  const settings = [...session.settings];
  return {
    _id: appId,
    _appName: APP_NUMBERS[session.app],
    _appVersion: '16.00',
    _appUILocale: session.locale,
    _dataLocale: session.locale,
    _docUrl: session.documentUrl,
    _clientMode: session.readOnly ? 0 : 1,
    // The two programs carry the same settings in different shapes.
    _settings: session.app === 'Excel' ? settings : Object.fromEntries(settings),
    _reason: 'documentOpened',
    _appInstanceId: appId,
    _appMinorVersion: 0,
    _osfControlType: 1,
    _eToken: '',
    _correlationId: appId,
    _hostFullVersion: '16.0.17425.41000',
    _requirementMatrix: JSON.stringify(session.profile.sets[session.app]),
  };
}
