/** Settings every emulated service takes. */
export interface ServiceOptions {
  /** The port on 127.0.0.1; any free one when absent. */
  readonly port?: number;
}

/** An emulated service that is running: where the product finds it, and the same operations as its control routes, in process. */
export interface RunningService<Control> {
  /** `http://127.0.0.1:<port>`: the platform's API, with the control API under `/control`. */
  readonly url: string;
  readonly control: Control;
  stop(): Promise<void>;
}
