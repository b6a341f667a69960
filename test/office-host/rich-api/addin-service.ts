import { remoteType, type RemoteObject } from './remote-type.ts';

const service = remoteType<object>({
  name: 'AddinInternalService',
  call: { NotifyActionHandlerReady: () => null },
});

/** The object by which the client library says that it has started, in whatever program. */
export function addinService(name: string): RemoteObject | undefined {
  return name === 'Microsoft.InternalService.AddinInternalService' ? service({}) : undefined;
}
