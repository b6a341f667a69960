import { isType } from '../opc/relationships.ts';
import type { ZipPackage } from '../opc/zip-package.ts';

/** True when the package carries a digital signature, which any change would break. */
export async function isSigned(source: ZipPackage): Promise<boolean> {
  const inFolder = (name: string): boolean => /^[\\/]?_xmlsignatures[\\/]/i.test(name);
  return source.names.some(inFolder) || (await source.relationships('')).some((one) => isType(one, 'origin'));
}
