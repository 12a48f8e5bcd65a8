import { type DetailedError, type HttpRequest, Upload } from "tus-js-client";
import { csrfToken } from "../csrf";
import { CHUNK, checksumAt } from "./checksum";
import type { Found } from "./dropped";
import { Pace } from "./pace";
import type { Progress, State } from "./queue";
import { isRefusal, mayPass, refusalSentence } from "./refusal";

/** Ten minutes in all: a server that is started again, or a train in a tunnel. */
const RETRY_DELAYS_MS = [0, 1000, 3000, 5000, 10_000, 15_000, ...Array<number>(19).fill(30_000)];
const LOST = "There is no connection at the moment. What arrived is kept, and it goes on by itself.";

/** Where files go: the tus endpoint, and what on the server they belong to. */
export interface Goal {
  endpoint: string;
  target: string;
}

/** A file with the name it gets and the path it was found at; with a handle, the browser may lend it again. */
export interface Given extends Found {
  name: string;
}

/** One file on its way by tus 1.0.0; it tells `changed` whenever something about it changes. */
export class Transfer implements Progress {
  state: State = "waiting";
  sent = 0;
  sentence: string | undefined;
  readonly size: number;
  readonly pace = new Pace();
  /** What tells it from all others. The same file may go to two orders: that is not one upload. */
  readonly key: string;
  readonly #upload: Upload;

  constructor(readonly given: Given, goal: Goal, private readonly changed: (transfer: Transfer) => void) {
    const { file, name, path } = given;
    this.size = file.size;
    this.key = ["proofroom", goal.target, path, file.size, file.lastModified].join("|");
    this.#upload = new Upload(file, {
      endpoint: goal.endpoint,
      metadata: { filename: name, filetype: file.type, target: goal.target },
      headers: { "X-CSRFToken": csrfToken() },
      chunkSize: CHUNK,
      retryDelays: RETRY_DELAYS_MS,
      fingerprint: async () => this.key,
      removeFingerprintOnSuccess: true,
      onBeforeRequest: (request) => this.#promise(request),
      onShouldRetry: (error) => this.#retries(error),
      onProgress: (sent) => this.#progress(sent),
      onSuccess: () => this.#become("done", file.size),
      onError: (error) => this.#fail(error),
    });
  }

  /** Bytes in a second, while it is on its way. */
  get speed(): number | undefined {
    return this.state === "sending" && !this.sentence ? this.pace.speed : undefined;
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
    this.pace.rest();
    await this.#upload.abort();
  }

  /** Back in the queue after a pause or a failure. */
  wait(): void {
    this.sentence = undefined;
    this.#become("waiting", this.sent);
  }

  /** The connection is back: not another half a minute of waiting. */
  async hurry(): Promise<void> {
    if (this.state !== "sending" || this.sentence !== LOST) return;
    await this.#upload.abort();
    this.#upload.start();
  }

  /** Never leaves this machine; `sentence` says why. */
  refuse(sentence: string): void {
    this.sentence = sentence;
    this.#become("refused", 0);
  }

  /** Gives the file up; a partial upload the server does not delete now expires there by itself. */
  async remove(): Promise<void> {
    const begun = this.#upload.url !== null && this.state !== "done";
    await this.#upload.abort(begun).catch((error: unknown) => console.warn("The partial upload stays on the server.", error));
  }

  async #promise(request: HttpRequest): Promise<void> {
    if (request.getMethod() !== "PATCH") return;
    const checksum = await checksumAt(this.given.file, Number(request.getHeader("Upload-Offset")));
    if (checksum) request.setHeader("Upload-Checksum", checksum);
  }

  #progress(sent: number): void {
    this.sentence = undefined;
    this.pace.note(sent, performance.now());
    this.#become("sending", sent);
  }

  #become(state: State, sent: number): void {
    if (state === "sending" && this.state === "paused") return;
    this.state = state;
    this.sent = sent;
    this.changed(this);
  }

  #retries(error: DetailedError): boolean {
    const status = error.originalResponse?.getStatus() ?? 0;
    if (!mayPass(status, error.originalResponse?.getHeader("Proofroom-Refusal"))) return false;
    this.pace.rest();
    if (status === 0) this.sentence = LOST;
    this.changed(this);
    return true;
  }

  #fail(error: Error | DetailedError): void {
    const answer = "originalResponse" in error ? error.originalResponse : null;
    const status = answer?.getStatus() ?? 0;
    this.sentence = undefined;
    if (answer) this.sentence = refusalSentence({ status, type: answer.getHeader("Content-Type") ?? "", body: answer.getBody() });
    this.#become(answer && isRefusal(status) ? "refused" : "failed", this.sent);
  }
}
