/** A stream of text that leaves the process. */
export type Sink = { readonly isTTY?: boolean; write(text: string): unknown };

/** All that a command sees of the world around it, apart from files. */
export type Io = {
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Asked once, for the day of the run. */
  readonly now: () => Date;
  /** Once the user or the system has asked the run to stop: the exit status that says so. */
  readonly stopped?: () => number | undefined;
};
