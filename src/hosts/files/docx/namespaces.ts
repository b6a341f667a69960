/** The main namespace of a word-processing document as Word and WPS write it (transitional). */
export const WORD_NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
/** The same vocabulary in a document saved as "Strict Open XML". */
export const WORD_NAMESPACE_STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
/** Markup compatibility: `mc:AlternateContent` holds the same content twice. */
export const COMPATIBILITY_NAMESPACE = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
/** The part with the data that a report carries. */
export const REPORT_NAMESPACE = 'urn:jixiao:report:1';
