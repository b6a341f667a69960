import { Paragraph, ParagraphProperties, type XmlComponent } from 'docx';

/**
 * A paragraph in one of our styles. `direct` are further paragraph properties, in the order of the schema, for what the
 * library has no option for.
 */
export class StyledParagraph extends Paragraph {
  constructor(style: string, children: readonly XmlComponent[], direct: readonly XmlComponent[] = []) {
    super({ style });
    const properties: unknown = this.root[0];
    if (!(properties instanceof ParagraphProperties)) throw new Error('A paragraph begins with its properties.');
    for (const property of direct) properties.push(property);
    // Not by the option `children`, whose type lists the library's own classes.
    this.root.push(...children);
  }
}
