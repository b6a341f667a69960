/** Something a user can do, the same from the ribbon, the pane, the page and the command line. */
export interface Command<Context, Result> {
  readonly id: string;
  /** What a button or a help text calls it. */
  readonly label: string;
  /** Why the command cannot run now, for people; undefined when it can. */
  readonly unavailable: (context: Partial<Context>) => string | undefined;
  readonly run: (context: Context) => Promise<Result>;
}
