import { type DetailedError, Upload } from "tus-js-client";
import { csrfToken } from "../csrf";
import type { Progress, State } from "./queue";
import { isRefusal, refusalSentence } from "./refusal";

const RETRY_DELAYS_MS = [0, 1000, 3000, 5000, 10_000];

/** Where files go: the tus endpoint, and what on the server they belong to. */
export interface Goal {
  endpoint: string;
  target: string;
}

/** One file on its way by tus 1.0.0; it tells `changed` whenever something about it changes. */
export class Transfer implements Progress {
  state: State = "waiting";
  sent = 0;
  sentence: string | undefined;
  readonly size: number;
  readonly #upload: Upload;

  constructor(readonly file: File, goal: Goal, private readonly changed: (transfer: Transfer) => void) {
    this.size = file.size;
    this.#upload = new Upload(file, {
      endpoint: goal.endpoint,
      metadata: { filename: file.name, filetype: file.type, target: goal.target },
      headers: { "X-CSRFToken": csrfToken() },
      retryDelays: RETRY_DELAYS_MS,
      // The same file may go to two orders: what was begun for one must not be taken up for the other.
      fingerprint: async (same) => ["proofroom", goal.target, same.name, same.size, same.lastModified].join("|"),
      removeFingerprintOnSuccess: true,
      onProgress: (sent) => this.#become("sending", sent),
      onSuccess: () => this.#become("done", file.size),
      onError: (error) => this.#fail(error),
    });
  }

  /** Starts, or takes up where an earlier visit to this page was cut off. */
  async start(): Promise<void> {
    this.#become("sending", this.sent);
    const [earlier] = await this.#upload.findPreviousUploads();
    if (earlier && !this.#upload.url) this.#upload.resumeFromPreviousUpload(earlier);
    if (this.state === "sending") this.#upload.start();
  }

  async pause(): Promise<void> {
    this.#become("paused", this.sent);
    await this.#upload.abort();
  }

  /** Back in the queue after a pause or a failure. */
  wait(): void {
    this.sentence = undefined;
    this.#become("waiting", this.sent);
  }

  /** Gives the file up; a partial upload the server does not delete now expires there by itself. */
  async remove(): Promise<void> {
    const begun = this.#upload.url !== null && this.state !== "done";
    await this.#upload.abort(begun).catch((error: unknown) => console.warn("The partial upload stays on the server.", error));
  }

  #become(state: State, sent: number): void {
    if (state === "sending" && this.state === "paused") return;
    this.state = state;
    this.sent = sent;
    this.changed(this);
  }

  #fail(error: Error | DetailedError): void {
    const answer = "originalResponse" in error ? error.originalResponse : null;
    const status = answer?.getStatus() ?? 0;
    if (!answer || !isRefusal(status)) {
      this.#become("failed", this.sent);
      return;
    }
    this.sentence = refusalSentence({ status, type: answer.getHeader("Content-Type") ?? "", body: answer.getBody() });
    this.#become("refused", this.sent);
  }
}
