/**
 * The methods by which the client library says that it listens to an event. Nothing has to be kept: an event that
 * nobody listens to ends in the client library.
 */
export function registrations(...events: readonly string[]): Record<string, () => null> {
  const methods: Record<string, () => null> = {};
  for (const event of events) {
    for (const name of [`${event}Event`, `Event${event}`]) {
      methods[`_Register${name}`] = () => null;
      methods[`_Unregister${name}`] = () => null;
    }
  }
  return methods;
}
