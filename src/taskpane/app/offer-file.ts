const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Saves a file through the browser's own download. */
export function offerFile(name: string, bytes: Uint8Array): void {
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: DOCX }));
  const link = document.createElement('a');
  link.href = url;
  // Characters that no file name may have are those of titles that a person typed.
  link.download = name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_');
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 60_000);
}
