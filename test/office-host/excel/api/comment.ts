import { itemNotFound } from '../../rich-api/failure.ts';
import { type Maker, remoteType, textOf } from '../../rich-api/remote-type.ts';
import { singleCell } from '../model/area.ts';
import type { Book, CommentModel } from '../model/book.ts';
import type { SheetModel } from '../model/sheet-model.ts';
import { range } from './range.ts';

interface Comments {
  readonly book: Book;
  readonly sheet?: SheetModel;
}

/** The API's CommentCollection: threads can be read. Notes of the old kind are out of reach below ExcelApi 1.18. */
export const commentCollection: Maker<Comments> = remoteType<Comments>({
  name: 'CommentCollection',
  items: (comments) => list(comments).map((one) => comment({ book: comments.book, comment: one })),
  call: {
    GetCount: (comments) => list(comments).length,
    GetItem: (comments, [id]) => {
      const found = list(comments).find((one) => one.id === id);
      if (found === undefined) throw itemNotFound(`comment ${textOf(id)}`);
      return comment({ book: comments.book, comment: found });
    },
  },
});

const comment: Maker<{ readonly book: Book; readonly comment: CommentModel }> = remoteType<{
  readonly book: Book;
  readonly comment: CommentModel;
}>({
  name: 'Comment',
  id: ({ comment: { id } }) => id,
  read: {
    AuthorName: ({ comment: { author } }) => author,
    Content: ({ comment: { content } }) => content,
    Id: ({ comment: { id } }) => id,
  },
  call: {
    GetLocation: ({ book, comment: { sheet, row, column } }) => range({ book, sheet, area: singleCell(row, column) }),
  },
});

function list({ book, sheet }: Comments): readonly CommentModel[] {
  return book.comments.filter((one) => sheet === undefined || one.sheet === sheet);
}
